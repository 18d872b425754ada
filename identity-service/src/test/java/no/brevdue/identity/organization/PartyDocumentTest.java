package no.brevdue.identity.organization;

import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.platform.identity.OrganizationNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class PartyDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aPersonIsKeptWithoutNameAndTheHprNumberWithoutZeros() throws IOException {
        assertThat(PartyDocument.read(JSON.readTree("""
                        {"EventId": 7, "CommunicationParty": {"Type": "Person", "HerId": 81, "ParentHerId": 80,
                         "OrganizationNumber": "100100673", "Name": "Kari Nordmann", "HprNo": "009144900",
                         "Valid": {"To": "2026-02-01T00:00:00+01:00"}}}""")))
                .contains(new Party(
                        81,
                        PartyKind.PERSON,
                        OrganizationNumber.of("100100673"),
                        80L,
                        null,
                        9144900L,
                        Instant.parse("2026-01-31T23:00:00Z"),
                        7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Type': 'Organization', 'HerId': 80, 'OrganizationNumber': '100100674', 'Name': 'Wrong check digit'}",
                "{'Type': 'Organization', 'HerId': -80, 'OrganizationNumber': '100100673', 'Name': 'Below zero'}",
                "{'Type': 'Organization', 'HerId': 80, 'ParentHerId': 79, 'OrganizationNumber': '100100673'}",
                "{'Type': 'Service', 'HerId': 80, 'OrganizationNumber': '100100673', 'Name': 'Of nobody'}",
                "{'Type': 'Robot', 'HerId': 80, 'OrganizationNumber': '100100673'}"
            })
    void whatIsNoPartyIsNone(String party) throws IOException {
        assertThat(PartyDocument.read(
                        JSON.readTree("{\"EventId\": 1, \"CommunicationParty\": " + party.replace('\'', '"') + "}")))
                .isEmpty();
    }
}
