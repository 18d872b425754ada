package no.brevdue.identity.profile;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class MeResourceTest {

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Test
    void aPersonSeesWhatIsKnownWithMaskedAddresses() {
        OffsetDateTime recently = TestClock.START.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
        OffsetDateTime longAgo = TestClock.START.minus(Duration.ofDays(700)).atOffset(ZoneOffset.UTC);
        Registers.know(SyntheticPeople.GURO, "1962-06-05");
        Registers.named(SyntheticPeople.GURO, "Guro", "Li");
        Registers.reachable(SyntheticPeople.GURO, "guro@example.no", longAgo, "+4791234567", recently);
        PersonRegistered guro = letters.register(SyntheticPeople.GURO);

        me(Tokens.citizen(SyntheticPeople.GURO))
                .statusCode(200)
                .body("personId", equalTo(guro.personId().toString()))
                .body("name", equalTo("Guro Li"))
                .body("nationalIdentityNumber", equalTo(SyntheticPeople.GURO))
                .body("birthDate", equalTo("1962-06-05"))
                .body("age", equalTo(63))
                .body("language", equalTo("NN"))
                .body("contact.digitalOptOut", equalTo(false))
                .body("contact.email.address", equalTo("g***@example.no"))
                .body("contact.email.usable", equalTo(false))
                .body("contact.mobile.address", equalTo("*****67"))
                .body("contact.mobile.usable", equalTo(true));

        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("profile-read");
                    assertThat(entry.actor()).isEqualTo(guro.alias().toString());
                    assertThat(entry.subject()).isEqualTo(guro.alias());
                }));
    }

    @Test
    void somebodyWithoutContactDataIsToldSo() {
        Registers.know(SyntheticPeople.TRYGVE, "1963-07-06");
        PersonRegistered unused = letters.register(SyntheticPeople.TRYGVE);

        me(Tokens.citizen(SyntheticPeople.TRYGVE))
                .statusCode(200)
                .body("contact.email", nullValue())
                .body("contact.mobile", nullValue());
    }

    @Test
    void somebodyWithoutLettersIsNotKnown() {
        me(Tokens.citizen(SyntheticPeople.RANDI))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("BD-1101"))
                .body("type", equalTo("/problems/not-registered"));
    }

    @Test
    void levelSubstantialIsNotEnough() {
        me(Tokens.citizen(SyntheticPeople.RANDI).with("acr", Level.SUBSTANTIAL.acr()))
                .statusCode(403)
                .body("code", equalTo("BD-1033"));
    }

    @Test
    void nobodyIsAskedToLogIn() {
        given().get("/v1/me").then().statusCode(401).contentType("application/problem+json");
    }

    private static ValidatableResponse me(Tokens token) {
        return given().auth().oauth2(token.sign()).get("/v1/me").then();
    }
}
