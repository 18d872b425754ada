package no.brevdue.identity.renewal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.identity.Letters;
import no.brevdue.identity.PopulationFeed;
import no.brevdue.identity.Registers;
import no.brevdue.platform.identity.RotatedAliases;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Rehearses a rotation: the new key is in the keyset and not yet primary, as it is in every keyset of these tests. */
@QuarkusTest
class AliasKeyRotationTest {

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @ConfigProperty(name = "brevdue.keys.alias")
    @SuppressWarnings("NullAway.Init") // Quarkus fills it
    String keys;

    @Test
    void everybodyIsKnownUnderTheNewKeyBeforeItIsUsed() {
        String before = SyntheticNumbers.person(1300).value();
        String after = SyntheticNumbers.person(1301).value();
        Registers.know(before, "1985-03-14");
        PersonRegistered person = letters.register(before);
        Registers.renumbered(before, after);
        PopulationFeed.happened(before);
        await().untilAsserted(() ->
                assertThat(aliases(person)).containsExactlyInAnyOrder(letters.alias(before), letters.alias(after)));

        String renewal = operator()
                .post("/v1/operations/alias-renewals")
                .then()
                .statusCode(202)
                .extract()
                .path("renewalId");
        await().untilAsserted(() -> operator()
                .get("/v1/operations/alias-renewals/" + renewal)
                .then()
                .statusCode(200)
                .body("done", equalTo(true)));

        await().untilAsserted(() -> assertThat(aliases(person))
                .containsExactlyInAnyOrder(
                        letters.alias(before),
                        letters.alias(after),
                        RotatedAliases.of(keys, letters.number(before)),
                        RotatedAliases.of(keys, letters.number(after))));
        assertThat(RotatedAliases.of(keys, letters.number(before))).isNotEqualTo(letters.alias(before));
        operator()
                .get("/v1/operations/alias-renewals/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1160"));
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("operator").sign());
    }

    /** As the last fact tells them. */
    private List<UUID> aliases(PersonRegistered person) {
        return facts.published(PersonRestated.class).stream()
                .filter(fact -> fact.personId().equals(person.personId()))
                .reduce((earlier, later) -> later)
                .map(PersonRestated::aliases)
                .orElse(List.of(person.alias()));
    }
}
