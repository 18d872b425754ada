package no.brevdue.mailbox.inbox;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.mailbox.v1.DeliveryOpened;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.personAtLevelSubstantial;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class OpeningTest {

    private final People people;
    private final Facts facts;

    OpeningTest(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    @Test
    void openingReleasesTheContentAndProvesIt() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = send(letterTo(kari)).statusCode(201).extract().path("messageId");
        String letter = published(kari);

        person(kari)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(200)
                .body("title", equalTo("Innkalling til kontroll"))
                .body("body", equalTo("Du har time mandag."))
                .body("sender", equalTo(Mail.CLINIC));

        assertThat(status(message).getList("deliveries[0].delivery.evidence.rung"))
                .isEqualTo(List.of("ACCEPTED", "PUBLISHED", "OPENED"));
        assertThat(status(message).getBoolean("complete")).isTrue();
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anyMatch(entry ->
                        entry.action().equals("letter-opened") && entry.object().equals(letter)));
    }

    @Test
    void linksInALetterArriveAsTheyWereWritten() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String body = "Les mer på https://helsenorge.no/hudkreft?spor=nei&del=2#time og <a href=\"x\">her</a>.";
        send(with(letterTo(kari), "body", body)).statusCode(201);

        person(kari)
                .post("/v1/me/letters/" + published(kari) + "/openings")
                .then()
                .statusCode(200)
                .body("body", equalTo(body))
                .body("html", nullValue());
    }

    @Test
    void aLetterInMarkdownIsShownAsSuchAndHoldsNothingThatLeadsElsewhere() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        Map<String, Object> letter = with(letterTo(kari), "format", "MARKDOWN");
        send(with(letter, "body", "Logg inn [her](https://example.no)"))
                .statusCode(400)
                .body("code", equalTo("BD-1308"))
                .body("errors[0].pointer", equalTo("/body"));
        send(with(letter, "body", "Du har time **mandag** <3")).statusCode(201);

        person(kari)
                .post("/v1/me/letters/" + published(kari) + "/openings")
                .then()
                .statusCode(200)
                .body("body", equalTo("Du har time **mandag** <3"))
                .body("html", equalTo("<p>Du har time <strong>mandag</strong> &lt;3</p>\n"));
    }

    @Test
    void openingTwiceProvesOnce() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = send(letterTo(kari)).statusCode(201).extract().path("messageId");
        String letter = published(kari);

        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);

        assertThat(status(message).getList("deliveries[0].delivery.evidence.rung"))
                .isEqualTo(List.of("ACCEPTED", "PUBLISHED", "OPENED"));
        await().untilAsserted(() -> assertThat(facts.published(DeliveryOpened.class))
                .filteredOn(fact -> fact.deliveryId().toString().equals(letter))
                .hasSize(1));
    }

    @Test
    void lookingAtALetterOpensNothing() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = send(letterTo(kari)).statusCode(201).extract().path("messageId");
        String letter = published(kari);

        person(kari)
                .get("/v1/me/letters/" + letter)
                .then()
                .statusCode(200)
                .body("title", equalTo("Du har fått et brev"))
                .body("unread", equalTo(true))
                .body("nextStep", equalTo("OPEN"))
                .body("canReply", equalTo(false))
                .body("cannotReplyBecause", equalTo("SENDER_TAKES_NO_REPLIES"));
        person(kari).get("/v1/me/unread-count").then().statusCode(200).body("unread", equalTo(1));

        assertThat(status(message).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED");
    }

    @Test
    void belowLevelHighNeitherContentNorSenderNorTitleIsReleased() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        send(letterTo(kari)).statusCode(201);
        String letter = published(kari);

        personAtLevelSubstantial(kari)
                .get("/v1/me/letters/" + letter)
                .then()
                .statusCode(200)
                .body("sender", nullValue())
                .body("title", equalTo("Du har fått et brev"))
                .body("nextStep", equalTo("LOG_IN_AT_LEVEL_HIGH"));
        personAtLevelSubstantial(kari)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void theTermsStandBeforeTheOpeningAndNotBeforeTheLetter() {
        NationalIdentityNumber kari = people.registered(People.ADULT);
        send(letterTo(kari)).statusCode(201);
        String letter = published(kari);

        person(kari).get("/v1/me/letters/" + letter).then().body("nextStep", equalTo("ACCEPT_TERMS"));
        person(kari)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(409)
                .body("code", equalTo("BD-1321"));
        people.acceptsTerms(kari);
        await().untilAsserted(() -> person(kari)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(200));
    }

    @Test
    void anotherPersonsLetterDoesNotExist() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        send(letterTo(kari)).statusCode(201);
        String letter = published(kari);

        person(ola).get("/v1/me/letters/" + letter).then().statusCode(404);
        person(ola).post("/v1/me/letters/" + letter + "/openings").then().statusCode(404);
        person(ola).get("/v1/me/letters").then().statusCode(200).body("letters", hasSize(0));
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        send(letterTo(kari)).statusCode(201);
        String letter = published(kari);
        String tag = person(kari)
                .get("/v1/me/letters")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        person(kari).header("If-None-Match", tag).get("/v1/me/letters").then().statusCode(304);
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        person(kari).header("If-None-Match", tag).get("/v1/me/letters").then().statusCode(200);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        for (int i = 0; i < 5; i++) {
            send(letterTo(kari)).statusCode(201);
        }
        await().untilAsserted(() -> person(kari).get("/v1/me/letters").then().body("letters", hasSize(5)));
        List<String> all = person(kari).get("/v1/me/letters").then().extract().path("letters.letterId");

        var first =
                person(kari).queryParam("limit", 3).get("/v1/me/letters").then().extract();
        var second = person(kari)
                .queryParam("limit", 3)
                .queryParam("cursor", first.<String>path("next"))
                .get("/v1/me/letters")
                .then()
                .body("next", nullValue())
                .extract();

        assertThat(first.<List<String>>path("letters.letterId")).isEqualTo(all.subList(0, 3));
        assertThat(second.<List<String>>path("letters.letterId")).isEqualTo(all.subList(3, 5));
    }

    @Test
    void anUnreadableCursorIsRefused() {
        person(people.stranger())
                .queryParam("cursor", UUID.randomUUID())
                .get("/v1/me/letters")
                .then()
                .statusCode(400)
                .body("code", equalTo("BD-1320"));
    }

    private static String published(NationalIdentityNumber person) {
        return await().until(
                        () -> person(person)
                                .get("/v1/me/letters")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("letters[0].letterId"),
                        id -> id != null);
    }
}
