package no.brevdue.mailbox.webhook;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.feed.Feed;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.brevdue.mailbox.Mail.bearer;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class WebhookTest {

    private static final String HOSPITAL = "100200600";
    private static final String HOOKS = "/v1/sender/webhooks";

    private final People people;
    private final TestClock clock;
    private final Database database;
    private final EndpointRepository endpoints;
    private final Feed feed;
    private final Postman postman;
    private final JobRunner jobs;
    private final Instance<Predicate<URI>> loopback;
    private final Listener listener = Listener.start();

    @SuppressWarnings("NullAway.Init") // set before each test
    private String id;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String secret;

    WebhookTest(
            People people,
            TestClock clock,
            Database database,
            EndpointRepository endpoints,
            Feed feed,
            Postman postman,
            JobRunner jobs,
            @Named("loopback-webhook") Instance<Predicate<URI>> loopback) {
        this.people = people;
        this.clock = clock;
        this.database = database;
        this.endpoints = endpoints;
        this.feed = feed;
        this.postman = postman;
        this.jobs = jobs;
        this.loopback = loopback;
    }

    /** Asked again, this name service leads into our own network. */
    @Test
    void aNameIsResolvedOnceAndTheConnectionGoesThere() throws Exception {
        InetAddress outside = InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 215, 14});
        Queue<InetAddress> answers = new ArrayDeque<>(List.of(outside, InetAddress.getLoopbackAddress()));
        List<InetAddress> dialled = new ArrayList<>();
        Resolver rebinding = new Resolver() {
            @Override
            List<InetAddress> resolve(String host) {
                return List.of(answers.remove());
            }
        };
        WebhookClient client = new WebhookClient(rebinding, loopback) {
            @Override
            Socket connect(InetAddress address, int port) throws IOException {
                dialled.add(address);
                throw new IOException("This test calls nobody.");
            }
        };

        try (WebhookLine line = client.lineTo("https://rebinding.example.no/hook")) {
            assertThat(line.post(Map.of(), "{}")).isEqualTo(Outcome.UNREACHABLE);
            assertThat(answers).as("answers that nobody asked for").hasSize(1);
            assertThat(line.post(Map.of(), "{}")).isEqualTo(Outcome.NOT_PUBLIC);
        }

        assertThat(dialled).containsExactly(outside);
    }

    @BeforeEach
    void aWebhookIsRegistered() {
        var registered =
                post(HOOKS, Map.of("url", listener.url())).statusCode(201).extract();
        id = registered.path("webhookId");
        secret = registered.path("secret");
    }

    @AfterEach
    void everythingIsTakenAway() {
        clinic(HOSPITAL).delete(HOOKS + "/" + id).then().statusCode(204);
        listener.close();
        clock.set(TestClock.START);
    }

    @Test
    void whatTheFeedSaysIsToldInOrderSignedAndWithoutTheReference() throws Exception {
        Map<String, Object> letter = letterTo(people.registered(People.ADULT));
        send(letter);

        await().untilAsserted(() -> assertThat(listener.told())
                .anySatisfy(told -> assertThat(told.body()).contains("\"type\":\"delivery-published\"")));
        for (Listener.Told told : listener.told()) {
            assertThat(told.signature()).isEqualTo(signature(secret, told));
            assertThat(told.body()).doesNotContain((String) letter.get("reference"));
        }
    }

    @Test
    void whatIsNotTakenIsToldAgainUnderTheSameIdAndGivenUpAfterADay() {
        listener.answer(302);
        send(letterTo(people.registered(People.ADULT)));
        await().untilAsserted(() -> assertThat(listener.told()).hasSize(1));
        await().untilAsserted(() -> hook().body("[0].lastOutcome", equalTo("REFUSED")));

        clock.advance(Duration.ofSeconds(6));
        await().untilAsserted(() -> assertThat(listener.told()).hasSize(2));
        assertThat(listener.told().get(1).id()).isEqualTo(listener.told().get(0).id());
        assertThat(listener.told().get(1).body())
                .isEqualTo(listener.told().get(0).body());

        clock.advance(Duration.ofHours(25));
        await().untilAsserted(() -> hook().body("[0].state", equalTo("QUARANTINED")));

        listener.answer(204);
        post(HOOKS + "/" + id + "/replays", Map.of()).statusCode(200).body("state", equalTo("ACTIVE"));
        await().untilAsserted(() -> assertThat(listener.told().stream()
                        .filter(told -> told.id().equals(listener.told().get(0).id())))
                .hasSize(4));
        await().untilAsserted(() -> hook().body("[0].lastOutcome", equalTo("DELIVERED")));
    }

    @Test
    void aReplayThatComesTooLateIsToldSoRatherThanMissedInSilence() {
        listener.answer(410);
        send(letterTo(people.registered(People.ADULT)));
        await().untilAsserted(() -> hook().body("[0].state", equalTo("QUARANTINED")));
        database.asWorkerDo(tx ->
                tx.handle().execute("delete from feed_entry where stream = ? and position is not null", HOSPITAL));
        listener.answer(204);

        post(HOOKS + "/" + id + "/replays", Map.of()).statusCode(409).body("code", equalTo("BD-1376"));

        post(HOOKS + "/" + id + "/replays", Map.of("after", "")).statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void fiveWebhooksAreFiveAlsoWhereManyAreRegisteredAtOnce() throws Exception {
        List<Callable<Integer>> registrations = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, String> another = Map.of("url", listener.url() + "/" + (char) ('a' + i));
            registrations.add(() -> post(HOOKS, another).extract().statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(registrations)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(4);
        List<String> all = hook().extract().path("webhookId");
        all.stream()
                .filter(each -> !each.equals(id))
                .forEach(each ->
                        clinic(HOSPITAL).delete(HOOKS + "/" + each).then().statusCode(204));
    }

    @Test
    void aPingIsSignedByBothSecretsWhileTheyChange() throws Exception {
        String next = post(HOOKS + "/" + id + "/secret-rotations", Map.of())
                .statusCode(200)
                .extract()
                .path("secret");

        post(HOOKS + "/" + id + "/pings", Map.of()).statusCode(200).body("outcome", equalTo("DELIVERED"));

        post(HOOKS + "/" + id + "/pings", Map.of()).statusCode(429).body("code", equalTo("BD-1375"));
        Listener.Told ping = listener.told().getFirst();
        assertThat(List.of(ping.signature().split(" ", -1)))
                .containsExactly(signature(next, ping), signature(secret, ping));
    }

    @Test
    void anAddressWithinANetworkIsRefusedAndAnotherOrganisationsWebhookDoesNotExist() {
        post(HOOKS, Map.of("url", "https://10.0.0.1/")).statusCode(400).body("code", equalTo("BD-1372"));
        post(HOOKS, Map.of("url", listener.url())).statusCode(409).body("code", equalTo("BD-1373"));

        clinic(Mail.CLINIC).delete(HOOKS + "/" + id).then().statusCode(404).body("code", equalTo("BD-1371"));
        clinic(Mail.CLINIC).post(HOOKS + "/" + id + "/pings").then().statusCode(404);
    }

    @Test
    void aSupplierThatSendsForTheOrganisationDecidesNothingAboutItsWebhooks() {
        people.let(HOSPITAL, "100200503", "brevdue:letters.write");
        var supplier =
                Tokens.clientSystem(HOSPITAL, "brevdue:letters.write").with("supplier", Tokens.iso6523("100200503"));
        String hook = HOOKS + "/" + id;
        bearer(supplier).delete(hook).then().statusCode(403).body("code", equalTo("BD-1384"));
        for (String path : List.of(HOOKS, hook + "/secret-rotations", hook + "/replays", hook + "/pings")) {
            bearer(supplier)
                    .contentType(ContentType.JSON)
                    .body(path.equals(HOOKS) ? Map.of("url", listener.url() + "/supplier") : Map.of())
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("BD-1384"));
        }
    }

    @Test
    void whatFailsOnOurSideIsTriedAgainEverMoreSeldom() {
        database.asWorkerDo(tx -> tx.handle().execute("update webhook_endpoint set secret = ''"));

        send(letterTo(people.registered(People.ADULT)));

        await().untilAsserted(() -> hook().body("[0].lastOutcome", equalTo("UNREACHABLE")));
        assertThat(listener.told()).isEmpty();
    }

    @Test
    void replicasThatTellAtTheSameTimeTellEachEventOnceAndInOrder() throws Exception {
        RoundService replica = new RoundService(database, endpoints, feed, postman, clock);
        AtomicBoolean over = new AtomicBoolean();
        Callable<Integer> engine = () -> {
            int rounds = 0;
            while (!over.get()) {
                List<Endpoint> claimed = replica.claim(64);
                claimed.forEach(replica::tell);
                rounds += claimed.size();
            }
            return rounds;
        };
        // The engine of the running service is the third.
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> both = List.of(replicas.submit(engine), replicas.submit(engine));
            try {
                for (int i = 0; i < 10; i++) {
                    send(letterTo(people.registered(People.ADULT)));
                }
                await().untilAsserted(() -> assertThat(listener.told().stream()
                                .filter(told -> told.body().contains("\"type\":\"delivery-published\"")))
                        .hasSizeGreaterThanOrEqualTo(10));
            } finally {
                over.set(true);
            }
            for (Future<Integer> done : both) {
                assertThat(done.get()).isNotNegative();
            }
        }

        assertThat(listener.told()).extracting(Listener.Told::id).doesNotHaveDuplicates();
        List<String> told = listener.told().stream().map(Listener.Told::id).toList();
        assertThat(told).isEqualTo(inTheFeed().stream().filter(told::contains).toList());
    }

    private List<String> inTheFeed() {
        return database.asWorker(tx -> feed.after(tx, HOSPITAL, 0, 10_000)).stream()
                .map(Notice::idOf)
                .toList();
    }

    @Test
    void aRoundThatCannotBeginTakesNoThreadWithIt() {
        List<Integer> offered = new ArrayList<>();
        var rounds = new RoundService(database, endpoints, feed, postman, clock) {
            @Override
            List<Endpoint> claim(int limit) {
                offered.add(limit);
                if (offered.size() == 1) {
                    throw new IllegalStateException("The database is away.");
                }
                return List.of();
            }
        };
        var job = new RoundJob(rounds, jobs, new SimpleMeterRegistry());

        assertThatThrownBy(job::run).hasMessageContaining("away");
        assertThat(job.run()).isFalse();

        assertThat(offered).containsExactly(64, 64);
    }

    private static ValidatableResponse hook() {
        return clinic(HOSPITAL).get(HOOKS).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return clinic(HOSPITAL)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static void send(Map<String, Object> letter) {
        clinic(HOSPITAL)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(letter)
                .post("/v1/sender/messages")
                .then()
                .statusCode(201);
    }

    /** As the specification says, and not as the service does it. */
    private static String signature(String secret, Listener.Told told) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed = mac.doFinal((told.id() + "." + told.timestamp() + "." + told.body()).getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }
}
