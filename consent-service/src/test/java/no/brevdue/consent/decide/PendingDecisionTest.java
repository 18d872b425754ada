package no.brevdue.consent.decide;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.consent.People;
import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.mailbox.v1.DeliveryFallbackOrdered;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** What a front end must ask for, and why. */
@QuarkusTest
class PendingDecisionTest {

    private final People people;

    private final Facts facts;

    PendingDecisionTest(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    @Test
    void oneCallSaysWhatMustBeDecidedAndWhyAndAFeatureAsksTheFirstTimeItIsUsed() {
        NationalIdentityNumber kari = people.adult();
        as(kari).get("/v1/me/pending-decisions?feature=archive")
                .then()
                .statusCode(200)
                .body("findAll { it.kind != 'NOTICE' }.why", equalTo(List.of("GATES_OPENING", "FIRST_USE")))
                .body("documentId", hasItem("consent-archive"));

        grantArchive(kari).statusCode(201);

        as(kari).get("/v1/me/pending-decisions?feature=archive")
                .then()
                .body("findAll { it.kind != 'NOTICE' }.why", equalTo(List.of("GATES_OPENING")));
        as(kari).get("/v1/me/pending-decisions?feature=contact").then().statusCode(400);
    }

    @Test
    void writingToAClinicTakesAnAgreementWithThatClinicUnlessItRestsOnSomethingElse() {
        NationalIdentityNumber kari = people.adult();
        String asked = "/v1/me/pending-decisions?feature=contact&controller=";
        as(kari).get(asked + "100100673")
                .then()
                .body("find { it.why == 'FIRST_USE' }.documentId", equalTo("consent-contact"))
                .body("find { it.why == 'FIRST_USE' }.controller", equalTo("100100673"));

        grant(kari, "100100673", "contact").statusCode(201);

        as(kari).get(asked + "100100673").then().body("why", not(hasItem("FIRST_USE")));
        as(kari).get(asked + "100200309").then().body("why", hasItem("FIRST_USE"));
        await().untilAsserted(() -> assertThat(facts.published(ConsentGranted.class))
                .filteredOn(fact -> fact.alias().equals(people.alias(kari)))
                .extracting(ConsentGranted::controller, ConsentGranted::purpose)
                .containsExactly(tuple("100100673", "contact")));

        decide(kari, "100100673", "contact", "WITHDRAW").statusCode(201);

        as(kari).get(asked + "100100673").then().body("why", hasItem("FIRST_USE"));
        declare("100200309", "contact", "CONTRACT");
        as(kari).get(asked + "100200309").then().body("why", not(hasItem("FIRST_USE")));
    }

    @Test
    void aLetterThatWaitsIsAskedForAsLongAsItWaits() {
        String clinic = "100200546";
        NationalIdentityNumber kari = people.adult();
        UUID letter = UUID.randomUUID();
        declare(clinic, "letters", "CONSENT");
        facts.publish(held(letter, kari, clinic));
        await().untilAsserted(() -> assertThat(waiting(kari)).containsExactly(clinic));

        facts.publish(new DeliveryFallbackOrdered(
                letter, UUID.randomUUID(), UUID.randomUUID(), 3, FallbackReason.DIGITAL_OPT_OUT));

        await().untilAsserted(() -> assertThat(waiting(kari)).isEmpty());
        facts.publish(held(UUID.randomUUID(), kari, clinic));
        await().untilAsserted(() -> assertThat(waiting(kari)).containsExactly(clinic));
        declare(clinic, "letters", "LAW");
        assertThat(waiting(kari)).isEmpty();
    }

    @Test
    void whoConsentedToAnOlderTextIsToldAndAskedToRenewItAndWordsAloneAskNobody() {
        NationalIdentityNumber kari = people.adult();
        grantArchive(kari).statusCode(201);
        announceArchive("EDITORIAL");
        as(kari).get("/v1/me/pending-decisions").then().body("why", not(hasItem("TEXT_CHANGED")));
        announceArchive("MATERIAL");
        as(kari).get("/v1/me/pending-decisions")
                .then()
                .body("find { it.why == 'TEXT_CHANGED' }.documentId", equalTo("consent-archive"))
                .body("find { it.why == 'TEXT_CHANGED' }.version", equalTo((int) version("consent-archive")));

        await().untilAsserted(() -> assertThat(facts.published(ChangeNoticeRequested.class))
                .filteredOn(notice -> notice.alias().equals(people.alias(kari)))
                .hasSize(1));
        String id = grantArchive(kari).statusCode(201).extract().path("consentId");

        as(kari).get("/v1/me/consents/{id}", id)
                .then()
                .body("events.eventType", equalTo(List.of("GRANTED", "RENEWED")));
        as(kari).get("/v1/me/pending-decisions").then().body("why", not(hasItem("TEXT_CHANGED")));
        grantArchive(kari).statusCode(200);
    }

    private DeliveryHeld held(UUID letter, NationalIdentityNumber who, String clinic) {
        return new DeliveryHeld(
                letter,
                UUID.randomUUID(),
                UUID.randomUUID(),
                2,
                HoldReason.AWAITING_CONSENT,
                people.alias(who),
                clinic,
                ParentVisibility.HIDDEN);
    }

    private static List<String> waiting(NationalIdentityNumber who) {
        return as(who).get("/v1/me/pending-decisions")
                .then()
                .extract()
                .path("findAll { it.why == 'LETTER_WAITS' }.controller");
    }

    private static void declare(String clinic, String purpose, String basis) {
        operator()
                .body(Map.of("controller", clinic, "purpose", purpose, "basis", basis, "provision", "as declared"))
                .put("/v1/operations/legal-bases")
                .then()
                .statusCode(200);
    }

    private static void announceArchive(String change) {
        String text = "# Arkivet\n\n" + change + "\n";
        operator()
                .body(Map.of(
                        "documentId",
                        "consent-archive",
                        "effectiveAt",
                        "2026-01-01T00:00:00Z",
                        "change",
                        change,
                        "nb",
                        text,
                        "nn",
                        text,
                        "en",
                        text))
                .post("/v1/operations/document-versions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse grantArchive(NationalIdentityNumber who) {
        return grant(who, "platform", "archive");
    }

    private static ValidatableResponse grant(NationalIdentityNumber who, String controller, String purpose) {
        return decide(who, controller, purpose, "GRANT");
    }

    private static ValidatableResponse decide(
            NationalIdentityNumber who, String controller, String purpose, String decision) {
        return as(who).body("""
                        {"controller": "%s", "purpose": "%s", "decision": "%s", "noticeVersion": %d,
                        "language": "nb"}""".formatted(controller, purpose, decision, version("consent-" + purpose)))
                .post("/v1/me/consent-decisions")
                .then();
    }

    private static long version(String document) {
        List<Integer> versions = given().get("/v1/documents/versions?document=" + document)
                .then()
                .extract()
                .path("version");
        return versions.getLast();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("olga").sign()).contentType("application/json");
    }
}
