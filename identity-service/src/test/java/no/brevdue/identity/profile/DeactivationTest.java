package no.brevdue.identity.profile;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class DeactivationTest {

    private static final String NUMBER = SyntheticPeople.BODIL;

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Test
    void aDeactivatedProfileIsHiddenAtOnceAndAsBeforeWhenThatIsUndone() {
        OffsetDateTime recently = TestClock.START.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
        Registers.know(NUMBER, "1971-10-22");
        Registers.reachable(NUMBER, "bodil@example.no", recently, "+4791234567", recently);
        PersonRegistered bodil = letters.register(NUMBER);

        me().post("/v1/me/deactivation").then().statusCode(204);
        me().post("/v1/me/deactivation").then().statusCode(204);

        me().get("/v1/me")
                .then()
                .statusCode(200)
                .body("deactivatedAt", equalTo("2026-01-05T09:00:00Z"))
                .body("birthDate", nullValue())
                .body("language", nullValue())
                .body("contact", nullValue());
        me().get("/v1/me/contact-points").then().statusCode(409).body("code", equalTo("BD-1190"));
        me().contentType("application/json")
                .body("{\"language\":\"EN\"}")
                .put("/v1/me/contact-points/language")
                .then()
                .statusCode(409);
        lookUp(bodil.alias()).statusCode(200).body("email", nullValue()).body("mobile", nullValue());

        me().delete("/v1/me/deactivation").then().statusCode(204);
        me().delete("/v1/me/deactivation").then().statusCode(204);

        me().get("/v1/me")
                .then()
                .body("deactivatedAt", nullValue())
                .body("birthDate", equalTo("1971-10-22"))
                .body("contact.email.usable", equalTo(true));
        lookUp(bodil.alias()).body("email", equalTo("bodil@example.no"));
        await().untilAsserted(() -> assertThat(facts.published(ContactabilityChanged.class))
                .filteredOn(fact -> fact.personId().equals(bodil.personId()))
                .containsExactly(
                        new ContactabilityChanged(bodil.personId(), 2, false, false, false, Language.NN),
                        new ContactabilityChanged(bodil.personId(), 4, false, true, true, Language.NN)));
        await().untilAsserted(() -> assertThat(facts.published(PersonRestated.class))
                .filteredOn(fact -> fact.personId().equals(bodil.personId()))
                .extracting(fact -> fact.facts().plan().readsOwnFrom())
                .containsExactly(LocalDate.of(9999, 12, 31), LocalDate.of(1987, 10, 22)));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> bodil.alias().equals(entry.subject()))
                .extracting(AuditEntryRecorded::action)
                .containsOnlyOnce("profile-deactivated", "profile-reactivated"));
    }

    private static RequestSpecification me() {
        return given().auth().oauth2(Tokens.citizen(NUMBER).sign());
    }

    private static ValidatableResponse lookUp(UUID alias) {
        return given().auth()
                .oauth2(Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                        .sign())
                .contentType("application/json")
                .body(Map.of("letters", List.of(Map.of("alias", alias)), "purpose", "letter-notification"))
                .post("/v1/contact-points/lookups")
                .then()
                .rootPath("answers[0].contact");
    }
}
