package no.brevdue.platform.identity;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.brevdue.platform.problem.ProblemException;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NationalIdentityNumberPropertyTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int DAYS_IN_A_CENTURY = 36_524;

    private final NationalIdentityNumbers numbers = new NationalIdentityNumbers(Environment.TEST);

    @Property(tries = 20_000)
    void everyNumberARegisterCanIssueIsRead(@ForAll("issued") String text) {
        assertThat(numbers.parse(text).value()).isEqualTo(text);
    }

    @Property(tries = 20_000)
    void everyWrongDigitIsNoticed(
            @ForAll("issued") String text,
            @ForAll @IntRange(max = 10) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        char wrong = (char) ('0' + (text.charAt(place) - '0' + change) % 10);
        String mistyped = text.substring(0, place) + wrong + text.substring(place + 1);

        assertThatThrownBy(() -> assertThat(numbers.parse(mistyped)).isNull()).isInstanceOf(ProblemException.class);
    }

    @Property(tries = 20_000)
    void noTextMakesItFailInAnotherWay(@ForAll String text) {
        assertThatThrownBy(() -> assertThat(numbers.parse(text)).isNull()).isInstanceOf(ProblemException.class);
    }

    @Provide
    Arbitrary<String> issued() {
        Arbitrary<LocalDate> day =
                Arbitraries.integers().between(0, DAYS_IN_A_CENTURY).map(FIRST_DAY::plusDays);
        Arbitrary<Integer> dayOffset = Arbitraries.of(0, 40);
        Arbitrary<Integer> monthOffset = Arbitraries.of(0, 65, 80);
        Arbitrary<Integer> individual = Arbitraries.integers().between(0, 999);
        Arbitrary<Integer> remainder = Arbitraries.integers().between(0, 3);
        return Combinators.combine(day, dayOffset, monthOffset, individual, remainder)
                .as(NationalIdentityNumberPropertyTest::complete)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static Optional<String> complete(
            LocalDate day, int dayOffset, int monthOffset, int individual, int remainder) {
        String nineDigits = "%02d%02d%s%03d"
                .formatted(
                        day.getDayOfMonth() + dayOffset,
                        day.getMonthValue() + monthOffset,
                        day.format(DateTimeFormatter.ofPattern("uu")),
                        individual);
        return SyntheticNumbers.complete(nineDigits, remainder);
    }
}
