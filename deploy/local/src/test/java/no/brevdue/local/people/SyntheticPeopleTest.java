package no.brevdue.local.people;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SyntheticPeopleTest {

    @Test
    void everyNumberIsSyntheticAndPassesBothChecks() {
        for (SyntheticPerson person : SyntheticPeople.ALL) {
            String number = person.number();

            assertThat(number).hasSize(11);
            assertThat(Integer.parseInt(number.substring(2, 4))).isBetween(81, 92);
            assertThat(weighted(number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11).isZero();
            assertThat(weighted(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11).isZero();
        }
    }

    @Test
    void nobodySharesANumber() {
        assertThat(SyntheticPeople.ALL).extracting(SyntheticPerson::number).doesNotHaveDuplicates();
    }

    @Test
    void theNumberStaysOutOfText() {
        assertThat(SyntheticPeople.KARI.toString()).isEqualTo("SyntheticPerson[kari]");
    }

    @Test
    void theChildrenAreTenTwelveAndFourteen() {
        assertThat(List.of(SyntheticPeople.LIV, SyntheticPeople.NORA, SyntheticPeople.JON))
                .extracting(person -> person.birthDate()
                        .until(LocalDate.now(ZoneId.of("Europe/Oslo")))
                        .getYears())
                .containsExactly(10, 12, 14);
    }

    @Test
    void aChildHasHadItsBirthdayOnlyFromThatDayOn() {
        assertThat(SyntheticPeople.yearOfBirth(10, LocalDate.of(2028, 3, 13))).isEqualTo(2017);
        assertThat(SyntheticPeople.yearOfBirth(10, LocalDate.of(2028, 3, 14))).isEqualTo(2018);
    }

    @Test
    void livAndJonAreAnnesChildren() {
        assertThat(List.of(SyntheticPeople.LIV, SyntheticPeople.JON))
                .allSatisfy(child -> assertThat(child.parents()).contains("anne"));
    }

    @ParameterizedTest
    @EnumSource
    void everyOrganisationNumberPassesItsCheckAndIsNobodysRealOne(SyntheticOrganization organization) {
        assertThat(weighted(organization.number(), 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11)
                .isZero();
        assertThat(organization.number()).startsWith("1");
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
