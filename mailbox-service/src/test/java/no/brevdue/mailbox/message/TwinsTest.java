package no.brevdue.mailbox.message;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A sender that hears nothing repeats itself, sometimes before the first request has been answered. */
@QuarkusTest
class TwinsTest {

    private static final int TWINS = 8;

    private final People people;
    private final Database database;
    private final TestClock clock;

    TwinsTest(People people, Database database, TestClock clock) {
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void twinsAreOneLetterAndGetTheSameAnswer() throws Exception {
        Map<String, Object> letter = with(
                letterTo(people.stranger()),
                "copies",
                List.of(Map.of("organization", GP_OFFICE), Map.of("organization", OTHER_CLINIC)));
        String key = UUID.randomUUID().toString();

        List<ExtractableResponse<Response>> answers = atOnce(i -> sent(letter, key));

        assertThat(answers).extracting(ExtractableResponse::statusCode).containsOnly(201);
        assertThat(answers.stream().<String>map(answer -> answer.path("messageId")))
                .containsOnly(answers.getFirst().<String>path("messageId"));
        assertThat(answers.stream().<String>map(answer -> answer.path("acceptedAt")))
                .containsOnly(answers.getFirst().<String>path("acceptedAt"));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.<List<String>>path("deliveries.delivery.deliveryId"))
                        .hasSize(3)
                        .isEqualTo(answers.getFirst().path("deliveries.delivery.deliveryId")));
        assertThat(stored(letter)).isEqualTo(1);
    }

    @Test
    void aTwinWithOtherContentIsRefused() throws Exception {
        Map<String, Object> letter = letterTo(people.stranger());
        Map<String, Object> other = with(letter, "body", "Noe annet.");
        String key = UUID.randomUUID().toString();

        List<Integer> answers =
                atOnce(i -> sent(i % 2 == 0 ? letter : other, key).statusCode());

        int winner = answers.getFirst() == 201 ? 0 : 1;
        for (int i = 0; i < TWINS; i++) {
            assertThat(answers.get(i)).isEqualTo(i % 2 == winner ? 201 : 422);
        }
        assertThat(stored(letter)).isEqualTo(1);
    }

    @Test
    void oneReferenceUnderManyKeysIsOneLetterAndTheOthersAreToldWhich() throws Exception {
        Map<String, Object> letter = letterTo(people.stranger());

        List<ExtractableResponse<Response>> answers =
                atOnce(i -> sent(letter, UUID.randomUUID().toString()));

        List<ExtractableResponse<Response>> accepted =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(accepted).hasSize(1);
        String first = accepted.getFirst().path("messageId");
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .hasSize(TWINS - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.<String>path("code")).isEqualTo("BD-1303");
                    assertThat(answer.<String>path("existingId")).isEqualTo(first);
                });
        assertThat(stored(letter)).isEqualTo(1);
    }

    @Test
    void aTwinWaitsForTheFirstNoLongerThanTwoSecondsAndMayComeBack() {
        Map<String, Object> letter = letterTo(people.stranger());
        String key = UUID.randomUUID().toString();

        database.asWorkerDo(first -> {
            first.handle()
                    .createUpdate("""
                            insert into message (id, thread_id, sender, reference, idempotency_key, request_digest,
                                subject, purpose, language, accepted_at)
                            values (:id, :id, :sender, :reference, :key, '', :id, 'TREATMENT', 'nb', now())""")
                    .bind("id", UUID.randomUUID())
                    .bind("sender", CLINIC)
                    .bind("reference", letter.get("reference"))
                    .bind("key", key)
                    .execute();
            send(letter, key).statusCode(409).body("code", equalTo("BD-1306")).header("Retry-After", "1");
            first.handle().execute("delete from message where idempotency_key = ?", key);
        });

        send(letter, key).statusCode(201);
    }

    @Test
    void aRepetitionIsAnsweredEvenIfItsTimesHavePassed() {
        Map<String, Object> letter = with(
                letterTo(people.stranger()),
                "actBy",
                TestClock.START.plus(Duration.ofHours(2)).toString());
        String key = UUID.randomUUID().toString();
        String first = send(letter, key).statusCode(201).extract().path("messageId");

        clock.set(TestClock.START.plus(Duration.ofHours(3)));

        send(letter, key).statusCode(201).body("messageId", equalTo(first));
    }

    private static ExtractableResponse<Response> sent(Map<String, Object> letter, String key) {
        return send(letter, key).extract();
    }

    private int stored(Map<String, Object> letter) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from message where reference = :reference")
                .bind("reference", letter.get("reference"))
                .mapTo(Integer.class)
                .one());
    }

    /** What each of the twins hears; none of them starts before all are ready. */
    private static <T> List<T> atOnce(Twin<T> twin) throws Exception {
        CyclicBarrier ready = new CyclicBarrier(TWINS);
        try (ExecutorService threads = Executors.newFixedThreadPool(TWINS)) {
            List<Future<T>> running = IntStream.range(0, TWINS)
                    .mapToObj(i -> threads.submit(() -> {
                        int unused = ready.await();
                        return twin.send(i);
                    }))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** One of several requests that are sent at the same time. */
    private interface Twin<T> {

        T send(int index);
    }
}
