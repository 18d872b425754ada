package no.brevdue.mailbox.inbox;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The inbox of an organisation that gets copies. */
@QuarkusTest
class OrganizationInboxTest {

    /** Gets no copy in any other test, so that the one it has is the one that was sent here. */
    private static final String COPY_RECIPIENT = "100241005";

    private static final String MANY_COPIES = "100241218";
    private static final String ANOTHER_RECIPIENT = "100200708";

    private final People people;

    OrganizationInboxTest(People people) {
        this.people = people;
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

    private static ValidatableResponse acknowledge(String organization, String copy, String outcome) {
        return clinic(organization)
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", outcome))
                .post("/v1/organization/letters/" + copy + "/acknowledgements")
                .then();
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
