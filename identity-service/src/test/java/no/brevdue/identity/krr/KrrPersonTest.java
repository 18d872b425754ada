package no.brevdue.identity.krr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.person.Contactability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class KrrPersonTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-06-29T10:14:52+02, 2025-06-29T08:14:52Z",
        "2025-06-29T10:14:52+02:00, 2025-06-29T08:14:52Z",
        "2025-06-29T08:14:52.123Z, 2025-06-29T08:14:52.123Z"
    })
    void theRegisterWritesTimesInMoreThanOneWay(String written, Instant meant) {
        ContactData data = read("""
                {"reservasjon":"NEI","kontaktinformasjon":
                 {"epostadresse":"kari@example.no","epostadresse_oppdatert":"%s"}}""".formatted(written));

        assertThat(data.email()).isEqualTo(new Channel("kari@example.no", meant));
    }

    @Test
    void verifyingConfirmsAChannelAsUpdatingDoes() {
        ContactData data = read("""
                {"reservasjon":"NEI","kontaktinformasjon":{
                 "epostadresse":"kari@example.no","epostadresse_oppdatert":"2020-01-01T00:00:00Z",
                 "epostadresse_sist_verifisert":"2025-12-01T00:00:00Z",
                 "mobiltelefonnummer":"+4791234567","mobiltelefonnummer_oppdatert":"2020-01-01T00:00:00Z"}}""");

        assertThat(data.at(NOW)).isEqualTo(new Contactability(false, true, false, Language.NB));
    }

    @Test
    void aTimeThatCannotBeReadConfirmsNothing() {
        ContactData data = read("""
                {"reservasjon":"NEI","kontaktinformasjon":
                 {"epostadresse":"kari@example.no","epostadresse_oppdatert":"yesterday"}}""");

        assertThat(data.at(NOW).emailUsable()).isFalse();
    }

    @Test
    void somebodyWhoCannotBeNotifiedIsNotReservedForThat() {
        assertThat(read("{\"reservasjon\":\"NEI\",\"varslingsstatus\":\"KAN_IKKE_VARSLES\"}")
                        .digitalOptOut())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reservasjon\":\"JA\"}", "{\"varslingsstatus\":\"KAN_VARSLES\"}"})
    void aReservationIsBelievedAndASilentRegisterIsNoConsent(String person) {
        assertThat(read(person).digitalOptOut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLETTET", "IKKE_REGISTRERT"})
    void addressesOfSomebodyWhoIsNotActiveDoNotCount(String status) {
        ContactData data = read("""
                {"reservasjon":"NEI","status":"%s","kontaktinformasjon":
                 {"epostadresse":"kari@example.no","epostadresse_oppdatert":"2025-12-01T00:00:00Z"}}""".formatted(status));

        assertThat(data.email()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"nb,NB", "nn,NN", "en,EN", "se,SE", "sv,NB", "'',NB"})
    void anUnknownLanguageBecomesBokmal(String code, Language language) {
        assertThat(read("{\"spraak\":\"%s\"}".formatted(code)).language()).isEqualTo(language);
    }

    private static ContactData read(String json) {
        try {
            return KrrPerson.read(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException typo) {
            throw new IllegalArgumentException(typo);
        }
    }
}
