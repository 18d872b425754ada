package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.mailbox.People;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class BatchTest {

    private final People people;
    private final TestClock clock;
    private final BatchRetentionJob retention;

    BatchTest(People people, TestClock clock, BatchRetentionJob retention) {
        this.people = people;
        this.clock = clock;
        this.retention = retention;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void eachLetterIsAcceptedOrRefusedByItselfAndARepetitionFindsThemAgain() {
        Map<String, Object> good = letterTo(people.registered(People.ADULT));
        Map<String, Object> bad = with(letterTo(people.stranger()), "title", " ");
        Map<String, Object> nobody =
                with(letterTo(people.stranger()), "recipient", Map.of("nationalIdentityNumber", "2091469501x"));
        Map<String, Object> last = letterTo(people.registered(People.ADULT));
        String key = UUID.randomUUID().toString();

        List<String> first = batch(key, List.of(good, bad, nobody, last))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused", equalTo(2))
                .body("items.status", equalTo(List.of(201, 400, 400, 201)))
                .body("items[1].errors[0].pointer", equalTo("/title"))
                .extract()
                .path("items.messageId");

        Map<String, Object> corrected = with(bad, "title", "Ny time");
        assertThat(batch(key, List.of(good, corrected, nobody, last))
                        .body("accepted", equalTo(3))
                        .extract()
                        .<List<String>>path("items.messageId"))
                .startsWith(first.get(0))
                .endsWith(first.get(3));
        batch(key, List.of(with(good, "body", "Noe annet."), corrected, nobody, last))
                .body("items[0].status", equalTo(422))
                .body("items[0].code", equalTo("BD-1302"));
    }

    @Test
    void aKeyIsOneBatchsAloneAndAReferenceOneLettersInIt() {
        Map<String, Object> first = letterTo(people.stranger());
        Map<String, Object> second = letterTo(people.stranger());
        String key = UUID.randomUUID().toString();
        batch(key, List.of(first, second)).statusCode(200).body("accepted", equalTo(2));

        for (List<Map<String, Object>> others :
                List.of(List.of(letterTo(people.stranger())), List.of(first), List.of(second, first))) {
            batch(key, others).statusCode(422).body("code", equalTo("BD-1302"));
        }
        batch(key, List.of(first, with(second, "body", "Noe annet.")))
                .statusCode(200)
                .body("items.status", equalTo(List.of(201, 422)));

        Map<String, Object> third = letterTo(people.stranger());
        Map<String, Object> sameReference =
                with(letterTo(people.stranger()), "reference", Objects.requireNonNull(third.get("reference")));
        batch(UUID.randomUUID().toString(), List.of(third, third, sameReference))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("items.status", equalTo(List.of(201, 409, 409)))
                .body("items.code", equalTo(Arrays.asList(null, "BD-1390", "BD-1390")));
        Map<String, Object> fourth = letterTo(people.stranger());
        together(UUID.randomUUID().toString(), List.of(fourth, fourth))
                .body("accepted", equalTo(0))
                .body("items.code", equalTo(List.of("BD-1387", "BD-1390")));
    }

    @Test
    void ofTwoBatchesAtOnceUnderOneKeyOneIsRefusedAsAWhole() throws Exception {
        String key = UUID.randomUUID().toString();
        CyclicBarrier ready = new CyclicBarrier(2);
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> both = Stream.generate(() -> letterTo(people.stranger()))
                    .limit(2)
                    .map(letter -> threads.submit(() -> {
                        int unused = ready.await();
                        return batch(key, List.of(letter)).extract().statusCode();
                    }))
                    .toList();
            for (Future<Integer> one : both) {
                answers.add(one.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void aLetterThatCannotBeReadRefusesNoOther() {
        Map<String, Object> good = letterTo(people.registered(People.ADULT));
        Map<String, Object> unreadable =
                new HashMap<>(with(good, "reference", UUID.randomUUID().toString()));
        List<Object> letters = new ArrayList<>();
        letters.add(with(unreadable, "purpose", "CURIOSITY"));
        letters.add(with(with(unreadable, "reference", "r2-" + UUID.randomUUID()), "titel", "Ny time"));
        letters.add(with(with(unreadable, "reference", "r3-" + UUID.randomUUID()), "actBy", "tomorrow"));
        letters.add(null);
        letters.add("a letter");
        letters.add(good);

        batch(UUID.randomUUID().toString(), letters)
                .statusCode(200)
                .body("items.status", equalTo(List.of(400, 400, 400, 400, 400, 201)))
                .body("items[0].reference", equalTo(unreadable.get("reference")))
                .body("items[0].errors[0].pointer", equalTo("/purpose"))
                .body("items[1].errors[0].pointer", equalTo("/titel"))
                .body("items[2].errors[0].pointer", equalTo("/actBy"));
    }

    @Test
    void aBatchMayHoldMoreThanAMegabyteAndNotMoreThanAThousandLetters() {
        Map<String, Object> letter = with(letterTo(people.stranger()), "body", "x".repeat(1_300));
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            // Refused one by one and cheaply: what counts here is the size.
            many.add(with(letter, "title", ""));
        }

        batch(UUID.randomUUID().toString(), many).statusCode(400);
        batch(UUID.randomUUID().toString(), many.subList(0, 1_000))
                .statusCode(200)
                .body("refused", equalTo(1_000));
    }

    @Test
    void moreThanTenMegabytesAreRefusedAndLeaveRoomForTheNext() throws Exception {
        Map<String, Object> letter = with(letterTo(people.stranger()), "body", "x".repeat(29_000));
        byte[] large = new ObjectMapper().writeValueAsBytes(Map.of("letters", Collections.nCopies(400, letter)));

        // As often as nobody could if room were lost.
        for (int i = 0; i < 5; i++) {
            assertThat(posted(large)).contains("BD-1008");
        }
    }

    /** Refused while it is still being sent, which not every client survives. */
    private static String posted(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/sender/batches"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Tokens.clientSystem(CLINIC, "brevdue:letters.write")
                                        .sign())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void allOrNothingStoresNothingWhereOneLetterIsWrong() {
        Map<String, Object> good = letterTo(people.stranger());
        Map<String, Object> bad = with(letterTo(people.stranger()), "title", " ");
        Map<String, Object> sentBefore = letterTo(people.stranger());
        send(sentBefore).statusCode(201);

        together(UUID.randomUUID().toString(), List.of(good, bad))
                .body("accepted", equalTo(0))
                .body("batchId", nullValue())
                .body("items.code", equalTo(List.of("BD-1387", "BD-1005")));
        together(UUID.randomUUID().toString(), List.of(good, sentBefore))
                .body("items.code", equalTo(List.of("BD-1387", "BD-1303")));

        send(good).statusCode(201);
    }

    @Test
    void allOrNothingMayBeToSeveralPeopleNobodyHasWrittenTo() {
        together(
                        UUID.randomUUID().toString(),
                        List.of(letterTo(people.stranger()), letterTo(people.stranger()), letterTo(people.stranger())))
                .body("accepted", equalTo(3));
    }

    @Test
    void aStagedBatchIsPublishedOnceItIsCommittedAndNotBefore() {
        List<Map<String, Object>> letters =
                List.of(letterTo(people.registered(People.ADULT)), letterTo(people.registered(People.ADULT)));
        String key = UUID.randomUUID().toString();

        var staged = together(key, letters).body("accepted", equalTo(2)).extract();
        String batch = staged.path("batchId");
        List<String> messages = staged.path("items.messageId");
        for (String message : messages) {
            await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("AWAITING_COMMIT"));
        }
        together(key, letters).body("batchId", equalTo(batch)).body("items.messageId", equalTo(messages));
        post(key, Map.of("letters", List.of(letters.get(0), with(letters.get(1), "title", " ")), "allOrNothing", true))
                .statusCode(422)
                .body("code", equalTo("BD-1302"));
        batch(key, letters).body("items.code", equalTo(List.of("BD-1303", "BD-1303")));

        commit(OTHER_CLINIC, batch).statusCode(404).body("code", equalTo("BD-1388"));
        String committed = commit(CLINIC, batch).statusCode(200).extract().path("committedAt");
        commit(CLINIC, batch).statusCode(200).body("committedAt", equalTo(committed));
        for (String message : messages) {
            await().untilAsserted(() -> assertThat(state(message)).isEqualTo("PUBLISHED"));
        }
    }

    @Test
    void whatIsNotCommittedInTimeComesBack() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> letter = with(
                letterTo(people.registered(People.ADULT)),
                "actBy",
                TestClock.START.plus(Duration.ofMinutes(90)).toString());
        var staged = together(key, List.of(letter)).extract();
        String message = staged.path("items[0].messageId");
        await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("AWAITING_COMMIT"));
        assertThat(status(message).getString("deliveries[0].delivery.nextDeadline"))
                .isEqualTo(TestClock.START.plus(Duration.ofMinutes(61)).toString());

        clock.advance(Duration.ofMinutes(62));
        together(key, List.of(letter)).body("items.messageId", equalTo(List.of(message)));

        commit(CLINIC, staged.path("batchId")).statusCode(409).body("code", equalTo("BD-1389"));
        await().untilAsserted(() -> assertThat(state(message)).isEqualTo("RETURNED"));
        assertThat(reason(message)).isEqualTo("NOT_COMMITTED");
        send(with(letter, "actBy", TestClock.START.plus(Duration.ofHours(9)).toString()))
                .statusCode(201);
    }

    @Test
    void batchesAreForgottenAfterThirteenMonthsAndTheirLettersAreNotSentTwice() {
        Map<String, Object> one = letterTo(people.stranger());
        Map<String, Object> other = letterTo(people.stranger());
        String key = UUID.randomUUID().toString();
        String wholeKey = UUID.randomUUID().toString();
        String youngKey = UUID.randomUUID().toString();
        // 13 months before the start are 396 days.
        clock.set(TestClock.START.minus(Duration.ofDays(397)));
        List<String> first = batch(key, List.of(one)).extract().path("items.messageId");
        String whole = together(wholeKey, List.of(other)).extract().path("batchId");
        commit(CLINIC, whole).statusCode(200);
        clock.set(TestClock.START.minus(Duration.ofDays(395)));
        Map<String, Object> third = letterTo(people.stranger());
        batch(youngKey, List.of(third)).statusCode(200);
        clock.set(TestClock.START);

        while (retention.run()) {
            assertThat(clock.instant()).as("in portions").isEqualTo(TestClock.START);
        }

        batch(key, List.of(one, letterTo(people.stranger())))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("items[0].messageId", equalTo(first.getFirst()));
        commit(CLINIC, whole).statusCode(404);
        together(wholeKey, List.of(other)).body("accepted", equalTo(0)).body("items.code", equalTo(List.of("BD-1302")));
        batch(youngKey, List.of(letterTo(people.stranger()))).statusCode(422);
    }

    private static String state(String message) {
        return status(message).getString("deliveries[0].delivery.state");
    }

    private static String reason(String message) {
        return status(message).getString("deliveries[0].delivery.reason");
    }

    private static ValidatableResponse batch(String key, List<?> letters) {
        return post(key, Map.of("letters", letters));
    }

    private static ValidatableResponse together(String key, List<Map<String, Object>> letters) {
        return post(key, Map.of("letters", letters, "allOrNothing", true)).statusCode(200);
    }

    private static ValidatableResponse post(String key, Map<String, Object> batch) {
        return clinic(CLINIC)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(batch)
                .post("/v1/sender/batches")
                .then();
    }

    private static ValidatableResponse commit(String organization, String batch) {
        return clinic(organization)
                .post("/v1/sender/batches/" + batch + "/commits")
                .then();
    }
}
