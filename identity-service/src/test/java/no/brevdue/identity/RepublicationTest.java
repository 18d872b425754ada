package no.brevdue.identity;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever has missed something is told again what holds. */
@QuarkusTest
class RepublicationTest {

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Test
    void aPersonIsToldAgainInTheVersionThatHolds() {
        Registers.know(SyntheticPeople.SOLVEIG, "1964-07-07");
        PersonRegistered solveig = letters.register(SyntheticPeople.SOLVEIG);

        republish();

        await().untilAsserted(() -> assertThat(facts.published(PersonRestated.class))
                .contains(new PersonRestated(solveig.personId(), 1, List.of(solveig.alias()), solveig.facts())));
    }

    @Test
    void aRefusalIsToldAgainWordForWord() {
        UUID alias = letters.alias(SyntheticPeople.UNKNOWN);
        RegistrationRefused refused = new RegistrationRefused(alias, 1, RefusalReason.NO_SUCH_PERSON);
        facts.publish(letters.request(SyntheticPeople.UNKNOWN));
        await().until(() -> facts.published(RegistrationRefused.class).contains(refused));

        republish();

        await().untilAsserted(() -> assertThat(facts.published(RegistrationRefused.class))
                .filteredOn(refused::equals)
                .hasSizeGreaterThanOrEqualTo(2));
    }

    private static void republish() {
        given().auth()
                .oauth2(Tokens.operator("olga").sign())
                .post("/v1/operations/republish")
                .then()
                .statusCode(202);
    }
}
