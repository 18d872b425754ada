package no.brevdue.mailbox.inbox;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.mailbox.v1.DeliveryOpened;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
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

    /** Gets no copy in any other test, so that the one it has is the one that was sent here. */
    private static final String COPY_RECIPIENT = "100241005";

    private static final String MANY_COPIES = "100241218";
    private static final String ANOTHER_RECIPIENT = "100200708";

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
    void aCopySaysWhereItComesFromAndIsHandledBySystemsAndByThoseWhoWorkThere() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        Map<String, Object> letter = with(letterTo(kari), "copies", List.of(Map.of("organization", ANOTHER_RECIPIENT)));
        send(with(letter, "provenance", "THE_MOON")).statusCode(400).body("code", equalTo("BD-1004"));
        send(with(letter, "provenance", "RECORD")).statusCode(201);

        person(kari)
                .post("/v1/me/letters/" + published(kari) + "/openings")
                .then()
                .statusCode(200)
                .body("provenance", equalTo("RECORD"));
        String copy = await().until(
                        () -> clinic(ANOTHER_RECIPIENT)
                                .get("/v1/organization/letters")
                                .path("copies[0].letterId"),
                        id -> id != null);
        clinic(ANOTHER_RECIPIENT)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .body("provenance", equalTo("RECORD"));

        RequestSpecification doctor = atWork(ANOTHER_RECIPIENT);
        doctor.get("/v1/organization/letters").then().body("copies[0].letterId", equalTo(copy));
        doctor.contentType(ContentType.JSON)
                .body(Map.of("outcome", "OK"))
                .post("/v1/organization/letters/" + copy + "/acknowledgements")
                .then()
                .statusCode(200);
        atWork(COPY_RECIPIENT)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(404);
    }

    private static RequestSpecification atWork(String organization) {
        return Mail.bearer(Tokens.healthWorker("9144900", organization).with("scope", "brevdue:inbox"));
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
    void copiesAreListedAPageAtATimeNewestFirstAndNoneTwice() {
        for (int i = 0; i < 3; i++) {
            send(with(
                            letterTo(people.registered(People.ADULT)),
                            "copies",
                            List.of(Map.of("organization", MANY_COPIES))))
                    .statusCode(201);
        }
        List<String> all = await().until(
                        () -> clinic(MANY_COPIES)
                                .get("/v1/organization/letters")
                                .path("copies.letterId"),
                        copies -> copies.size() == 3);

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            var page = clinic(MANY_COPIES)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/v1/organization/letters")
                    .then()
                    .statusCode(200)
                    .extract();
            paged.addAll(page.path("copies.letterId"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void aCopyIsProvenByItsOwnReceiptAndOnlyThenTheLetterIsComplete() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = send(with(letterTo(kari), "copies", List.of(Map.of("organization", COPY_RECIPIENT))))
                .statusCode(201)
                .extract()
                .path("messageId");
        String letter = published(kari);
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        assertThat(status(message).getBoolean("complete")).isFalse();

        String copy = await().until(
                        () -> clinic(COPY_RECIPIENT)
                                .get("/v1/organization/letters")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("copies[0].letterId"),
                        id -> id != null);
        clinic(COPY_RECIPIENT)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(200)
                .body("patient", equalTo(kari.value()))
                .body("title", equalTo("Innkalling til kontroll"));
        assertThat(status(message).getBoolean("complete")).isFalse();
        clinic(COPY_RECIPIENT)
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "OK"))
                .post("/v1/organization/letters/" + copy + "/acknowledgements")
                .then()
                .statusCode(200)
                .body("acknowledged", equalTo(true));

        assertThat(status(message).getList("deliveries[1].delivery.evidence.rung"))
                .isEqualTo(List.of("ACCEPTED", "PUBLISHED", "FETCHED", "CONFIRMED"));
        assertThat(status(message).getBoolean("complete")).isTrue();
        clinic(OTHER_CLINIC)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(404);
        clinic(COPY_RECIPIENT)
                .post("/v1/organization/letters/" + letter + "/fetches")
                .then()
                .statusCode(404);
    }

    @Test
    void aCopyIsAcknowledgedOneWayAndWhoSaysTheOtherAfterwardsHearsWhatIsOnRecord() throws Exception {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = send(with(letterTo(kari), "copies", List.of(Map.of("organization", "100200805"))))
                .statusCode(201)
                .extract()
                .path("messageId");
        String copy = await().until(
                        () -> clinic("100200805")
                                .get("/v1/organization/letters")
                                .path("copies[0].letterId"),
                        id -> id != null);

        List<String> outcomes = List.of("OK", "REJECTED");
        CyclicBarrier ready = new CyclicBarrier(outcomes.size());
        List<ExtractableResponse<Response>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(outcomes.size())) {
            List<Future<ExtractableResponse<Response>>> both = outcomes.stream()
                    .map(outcome -> threads.submit(() -> {
                        int unused = ready.await();
                        return acknowledge("100200805", copy, outcome).extract();
                    }))
                    .toList();
            for (Future<ExtractableResponse<Response>> one : both) {
                answers.add(one.get());
            }
        }

        assertThat(answers).extracting(ExtractableResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        int first = answers.getFirst().statusCode() == 200 ? 0 : 1;
        assertThat(answers.get(1 - first).<String>path("code")).isEqualTo("BD-1313");
        assertThat(answers.get(1 - first).<String>path("detail"))
                .contains(outcomes.get(first), TestClock.START.toString());
        acknowledge("100200805", copy, outcomes.get(first))
                .statusCode(200)
                .body("outcome", equalTo(outcomes.get(first)))
                .body("acknowledgedAt", equalTo(TestClock.START.toString()));
        acknowledge("100200805", copy, outcomes.get(1 - first)).statusCode(409);
        acknowledge(OTHER_CLINIC, copy, "OK").statusCode(404);
        assertThat(status(message).getList("deliveries[1].delivery.evidence.detail"))
                .endsWith(outcomes.get(first));
    }

    private static ValidatableResponse acknowledge(String organization, String copy, String outcome) {
        return clinic(organization)
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", outcome))
                .post("/v1/organization/letters/" + copy + "/acknowledgements")
                .then();
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
