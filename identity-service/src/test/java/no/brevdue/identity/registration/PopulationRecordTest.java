package no.brevdue.identity.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.identity.person.RegisterFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PopulationRecordTest {

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
                "{\"birth\":[{\"isValid\":true,\"birthDate\":\"in spring\"}]}"
            })
    void aBirthDateIsNeverGuessed(String person) {
        assertThat(facts(person)).isEmpty();
    }

    private static Optional<RegisterFacts> facts(String json) {
        try {
            return PopulationRecord.facts(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException typo) {
            throw new IllegalArgumentException(typo);
        }
    }
}
