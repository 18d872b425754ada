package no.brevdue.mailbox.feed;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.supplier.SupplierService;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.testing.PostgresResource;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static no.brevdue.mailbox.Mail.bearer;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** What a sender and its supplier learn by following. */
@QuarkusTest
class FollowingTest {

    private static final String ONE = "100200406";
    private static final String OTHER = "100200309";
    private static final String OLD = "100200600";
    private static final String SUPPLIER = "100200503";
    private static final String THIRD = "100200708";
    private static final String READ = "brevdue:letters.read";
    private static final String FEED = "/v1/sender/events";
    private static final String CUSTOMERS = "/v1/supplier/events";

    private final People people;
    private final FeedRetentionJob retention;
    private final TestClock clock;
    private final Database database;
    private final SupplierService suppliers;

    FollowingTest(
            People people, FeedRetentionJob retention, TestClock clock, Database database, SupplierService suppliers) {
        this.people = people;
        this.retention = retention;
        this.clock = clock;
        this.database = database;
        this.suppliers = suppliers;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void whoeverWaitsIsToldAtOnceAndGoesOnFromThere() {
        String end = endOf(ONE);
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(
                () -> follow(clinic(ONE), FEED, end, 20).extract().jsonPath());

        send(ONE);

        JsonPath news = await().until(() -> waiting.getNow(JsonPath.from("{}")), told -> told.get("next") != null);
        assertThat(news.getList("events.consumer")).containsOnly(ONE);
        assertThat(news.getString("next")).isNotEqualTo(end);
        follow(clinic(ONE), FEED, end, 0).body("events", not(empty()));
    }

    @Test
    void aCursorIsWhatTheFeedGaveAndNothingElse() {
        send(ONE);
        await().untilAsserted(() -> follow(clinic(ONE), FEED, "", 0).body("events", not(empty())));
        String mine = follow(clinic(ONE), FEED, "", 0).extract().path("next");

        for (String other : List.of("1", "-1", "AAAA", mine + "A", "%%")) {
            follow(clinic(ONE), FEED, other, 0, 400).body("code", equalTo("BD-1382"));
        }
        follow(clinic(SUPPLIER), CUSTOMERS, mine, 0, 400).body("code", equalTo("BD-1382"));
        follow(clinic(OTHER), FEED, mine, 0, 400).body("code", equalTo("BD-1382"));
    }

    @Test
    void whoHasReadWhatThisFeedHasNeverToldIsToldSo() {
        String lost = new FeedCursor(FeedCursor.Kind.ORGANIZATION, OrganizationNumber.of(ONE), 1_000_000).text();
        String lostByAll = new FeedCursor(FeedCursor.Kind.SUPPLIER, OrganizationNumber.of(SUPPLIER), 1_000_000).text();

        follow(clinic(ONE), FEED, lost, 0, 400).body("code", equalTo("BD-1382"));
        follow(clinic(SUPPLIER), CUSTOMERS, lostByAll, 0, 400).body("code", equalTo("BD-1382"));
    }

    @Test
    void eventsAreKeptForThirteenMonthsAndAnOlderCursorIsToldSo() {
        clock.set(TestClock.START.minus(Duration.ofDays(420)));
        send(OLD);
        await().untilAsserted(() -> follow(clinic(OLD), FEED, "", 0).body("events", not(empty())));
        String old = clinic(OLD).queryParam("limit", 1).get(FEED).path("next");
        send(OLD);
        await().untilAsserted(() -> follow(clinic(OLD), FEED, old, 0).body("events", not(empty())));
        clock.set(TestClock.START);
        assertThat(retention.run()).isFalse();
        follow(clinic(OLD), FEED, old, 0, 409).body("code", equalTo("BD-1383"));
        send(OLD);
        await().untilAsserted(
                        () -> follow(clinic(OLD), FEED, "", 0).body("events.findAll { it.at > '2026' }", not(empty())));

        follow(clinic(OLD), FEED, old, 0, 409).body("code", equalTo("BD-1383"));
        follow(clinic(OLD), FEED, "", 0).body("events.findAll { it.at < '2026' }", empty());
    }

    @Test
    void aSupplierFollowsWhoRegisteredItFromThenOnAndNobodyElse() {
        String start = endOf(CUSTOMERS, SUPPLIER);
        send(ONE);
        follow(clinic(SUPPLIER), CUSTOMERS, start, 0).body("events", empty());
        people.let(SUPPLIER, OTHER, READ);
        RequestSpecification forTheSupplier =
                bearer(Tokens.clientSystem(SUPPLIER, READ).with("supplier", Tokens.iso6523(OTHER)));
        follow(forTheSupplier, CUSTOMERS, start, 0, 403).body("code", equalTo("BD-1384"));

        clock.advance(Duration.ofMinutes(1));
        people.let(ONE, SUPPLIER, READ);
        String reference = send(ONE);
        send(OTHER);

        await().untilAsserted(() -> follow(clinic(SUPPLIER), CUSTOMERS, start, 0)
                .body("events.reference.unique()", equalTo(List.of(reference)))
                .body("events.consumer.unique()", equalTo(List.of(ONE))));
        String second = send(ONE);
        await().untilAsserted(() -> {
            List<Integer> positions =
                    follow(clinic(SUPPLIER), CUSTOMERS, start, 0).extract().path("events.position");
            List<Integer> own = follow(clinic(ONE), FEED, "", 0)
                    .extract()
                    .path("events.findAll { it.reference in ['" + reference + "', '" + second + "'] }.position");
            assertThat(positions).hasSizeGreaterThan(1).isEqualTo(own);
            assertThat(positions.getLast() - positions.getFirst()).isEqualTo(positions.size() - 1);
        });

        people.let(ONE, SUPPLIER, "brevdue:inbox");
        follow(clinic(SUPPLIER), CUSTOMERS, start, 0).body("events", empty());
    }

    @Test
    void aSupplierActsForWhoRegisteredItWithTheScopesThatWereLetAndUntilTheEndOfIt() {
        RequestSpecification supplier = bearer(
                Tokens.clientSystem(THIRD, READ + " brevdue:letters.write").with("supplier", Tokens.iso6523(SUPPLIER)));
        follow(supplier, FEED, "", 0, 403).body("code", equalTo("BD-1032"));

        people.let(THIRD, SUPPLIER, READ);
        follow(supplier, FEED, "", 0, 200);
        supplier.get("/v1/sender/webhooks").then().statusCode(403).body("code", equalTo("BD-1032"));
        RequestSpecification forAnother =
                bearer(Tokens.clientSystem(OTHER, READ).with("supplier", Tokens.iso6523(SUPPLIER)));
        follow(forAnother, FEED, "", 0, 403);

        people.let(THIRD, SUPPLIER);
        follow(supplier, FEED, "", 0, 403).body("code", equalTo("BD-1032"));
        database.asWorkerDo(tx -> suppliers.changed(tx, new SupplierAccessChanged(THIRD, SUPPLIER, 1, List.of(READ))));
        follow(supplier, FEED, "", 0, 403);
    }

    @Test
    void whoFollowsManyReadsOneRangeForEachOfThem() {
        List<String> plan = amongManyEntries(handle -> handle.createQuery("explain " + FeedRepository.OF_CUSTOMERS)
                .bind("supplier", SUPPLIER)
                .bind("serial", 7)
                .bind("limit", 100)
                .mapTo(String.class)
                .list());

        assertThat(String.join("\n", plan))
                .containsPattern("Index Scan (using|on) feed_entry_of_organization ")
                .containsPattern("Index Cond: \\(\\(stream = customer.organization\\) AND \\(serial > ")
                .doesNotContain("Seq Scan on feed_entry");
    }

    /** As many as make the planner choose; gone afterwards. */
    private static List<String> amongManyEntries(HandleCallback<List<String>, RuntimeException> question) {
        String url = ConfigProvider.getConfig().getValue("brevdue.database.url", String.class);
        return Jdbi.create(url, "postgres", PostgresResource.PASSWORD).withHandle(handle -> {
            handle.begin();
            try {
                handle.execute("set local search_path = mailbox");
                handle.execute("""
                        insert into feed_entry (stream, type, message_id, delivery_id, reference, at, serial)
                        select 100000000 + i % 500, 'x', gen_random_uuid(), gen_random_uuid(), '', now(), 1000000000 + i
                        from generate_series(1, 20000) i""");
                handle.execute("analyze feed_entry");
                return question.withHandle(handle);
            } finally {
                handle.rollback();
            }
        });
    }

    /** Returns the reference. */
    @CanIgnoreReturnValue
    private String send(String organization) {
        Map<String, Object> letter = letterTo(people.registered(People.ADULT));
        clinic(organization)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(letter)
                .post("/v1/sender/messages")
                .then()
                .statusCode(201);
        return String.valueOf(letter.get("reference"));
    }

    private static String endOf(String organization) {
        return endOf(FEED, organization);
    }

    private static String endOf(String feed, String organization) {
        return clinic(organization)
                .queryParam("limit", 1000)
                .get(feed)
                .then()
                .extract()
                .path("next");
    }

    private static ValidatableResponse follow(RequestSpecification who, String feed, String after, int wait) {
        return follow(who, feed, after, wait, 200);
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse follow(
            RequestSpecification who, String feed, String after, int wait, int status) {
        return who.queryParam("limit", 1000)
                .queryParam("after", after)
                .queryParam("wait", wait)
                .get(feed)
                .then()
                .statusCode(status);
    }
}
