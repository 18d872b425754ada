package no.brevdue.identity.population;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.identity.family.GuardianshipScope;
import no.brevdue.identity.person.RegisterFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class PopulationDocumentTest {

    private static final String BORN = "\"birth\":[{\"isValid\":true,\"birthDate\":\"1985-03-14T00:00:00+00:00\"}]";

    @Test
    void timeAndZoneAfterADateMeanNothing() {
        assertThat(facts("""
                {"birth":[{"isValid":true,"birthDate":"1985-03-14T23:59:59-11:00"}]}""")).contains(new RegisterFacts(LocalDate.of(1985, 3, 14), false, false));
    }

    @Test
    void whatIsNoLongerValidDoesNotCount() {
        assertThat(facts("""
                {"birth":[{"isValid":false,"birthDate":"1984-03-14T00:00:00+00:00"},
                          {"isValid":true,"birthDate":"1985-03-14T00:00:00+00:00"}],
                 "status":[{"isValid":false,"status":"Deceased"}],
                 "death":{"isValid":false,"deceasedDate":"2020-01-01T00:00:00+00:00"},
                 "addressProtection":[{"isValid":false,"protectionLevel":"StrictlyConfidential"}]}""")).contains(new RegisterFacts(LocalDate.of(1985, 3, 14), false, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"death\":{\"isValid\":true,\"deceasedDate\":\"2026-02-11T00:00:00+00:00\"}",
                "\"status\":[{\"isValid\":true,\"status\":\"Deceased\"}]"
            })
    void eitherPartTellsOfADeath(String part) {
        assertThat(facts("{" + BORN + "," + part + "}"))
                .hasValueSatisfying(facts -> assertThat(facts.deceased()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "Unclassified, false",
        "ClientAddress, false",
        "Confidential, true",
        "StrictlyConfidential, true",
        "SomethingNew, true"
    })
    void aLevelWeDoNotKnowProtects(String level, boolean isProtected) {
        assertThat(facts("{%s,\"addressProtection\":[{\"isValid\":true,\"protectionLevel\":\"%s\"}]}"
                        .formatted(BORN, level)))
                .hasValueSatisfying(
                        facts -> assertThat(facts.addressProtected()).isEqualTo(isProtected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"birth\":[{\"isValid\":true,\"birthYear\":\"1985\"}]}",
                "{\"birth\":[{\"isValid\":true,\"birthDate\":\"in spring\"}]}",
                "{\"birth\":[{\"isValid\":true,\"birthDate\":\"1985-03-14\"},{\"isValid\":true,\"birthDate\":\"1985-03-15\"}]}"
            })
    void aBirthDateIsNeverGuessed(String person) {
        assertThat(facts(person)).isEmpty();
    }

    @Test
    void neighboursInOneHouseDoNotLiveTogether() {
        String house = "{%s,\"residentialAddress\":[{\"isValid\":true,\"cadastralIdentifier\":\"42\","
                + "\"streetAddress\":{\"addressName\":\"Storgata\",\"unitNumber\":\"%s\"}}]}";

        assertThat(homes(house.formatted(BORN, "H0101"))).isEqualTo(homes(house.formatted(BORN, "H0101")));
        assertThat(homes(house.formatted(BORN, "H0101"))).isNotEqualTo(homes(house.formatted(BORN, "H0102")));
    }

    @Test
    void aSharedResidenceIsAHomeToo() {
        assertThat(homes("{%s,\"residentialAddress\":[{\"isValid\":true,\"cadastralIdentifier\":\"42\"}],"
                                .formatted(BORN)
                        + "\"sharedResidence\":[{\"isValid\":true,\"cadastralIdentifier\":\"43\"}]}"))
                .containsExactlyInAnyOrder("42#", "43#");
    }

    @Test
    void whoeverLivesNowhereLivesWithNobody() {
        assertThat(homes("{%s,\"residentialAddress\":[{\"isValid\":true,\"unknownResidence\":{}}]}".formatted(BORN)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PersonalInterests, true, PERSONAL",
        "PersonalAndFinancialInterests, true, BOTH",
        "ImmigrationPersonalAndFinancialInterests, true, BOTH",
        "PersonalAndFinancialInterests, false, FINANCIAL",
        "FinancialInterests, true, FINANCIAL",
        "SomethingNew, true, FINANCIAL"
    })
    void whatIsNotSaidToBePersonalIsFinancial(String spelled, boolean personal, GuardianshipScope scope) {
        assertThat(GuardianshipScope.of(spelled, personal)).isEqualTo(scope);
    }

    private static Set<String> homes(String json) {
        return record(json).map(PopulationRecord::homes).orElseThrow();
    }

    private static Optional<RegisterFacts> facts(String json) {
        return record(json).map(PopulationRecord::facts);
    }

    private static Optional<PopulationRecord> record(String json) {
        try {
            return new PopulationDocument(new ObjectMapper().readTree(json), digits -> Optional.empty()).read();
        } catch (JsonProcessingException typo) {
            throw new IllegalArgumentException(typo);
        }
    }
}
