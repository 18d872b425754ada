package no.brevdue.mailbox.receiver;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import no.brevdue.contracts.consent.v1.AccessRestricted;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.mailbox.v1.DecisionsApplied;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.recipient.DenialLifted;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static no.brevdue.mailbox.Mail.CLINIC;
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

/** What the system of a copy recipient learns by following. */
@QuarkusTest
class CopyNewsTest {

    private static final String OFFICE = "100300109";
    private static final String EVENTS = "/v1/organization/events";

    private final People people;
    private final Facts facts;
    private final Database database;
    private final TestClock clock;
    private final CopyNews news;
    private final CopyNewsService service;

    CopyNewsTest(
            People people, Facts facts, Database database, TestClock clock, CopyNews news, CopyNewsService service) {
        this.people = people;
        this.facts = facts;
        this.database = database;
        this.clock = clock;
        this.news = news;
        this.service = service;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aReceiverHearsOfItsCopiesInOrderAndOfNothingElse() {
        String start = end();
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(() -> follow(OFFICE, start, 20));
        String message = copied(kari);
        String copy = copyOf(message);
        JsonPath first = await().until(() -> waiting.getNow(JsonPath.from("{}")), told -> told.get("next") != null);
        assertThat(first.getList("events.type")).containsExactly("copy-arrived");
        String letter = status(message).getString("deliveries[0].delivery.deliveryId");
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        acknowledge(copy);
        acknowledge(copy);

        recall(message, "WRONG_RECIPIENT");

        await().untilAsserted(() -> assertThat(told(start, copy))
                .containsExactly("copy-arrived null", "copy-acknowledged OK", "copy-withdrawn SEALED"));
        JsonPath all = follow(OFFICE, "", 0);
        assertThat(all.getList("events.position", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, all.getList("events").size())
                        .boxed()
                        .toList());
        assertThat(all.getList("events.sender")).containsOnly(CLINIC);
        assertThat(all.prettify())
                .doesNotContain(message, letter, status(message).getString("reference"), "consumer");
        assertThat(clinic(CLINIC).get("/v1/sender/events?limit=1000").jsonPath().getList("events.type", String.class))
                .noneMatch(type -> type.startsWith("copy-"));
        assertThat(follow(OTHER_CLINIC, "", 0).prettify()).doesNotContain(copy);
        assertThat(clinic(OFFICE).get("/v1/sender/events").jsonPath().getList("events"))
                .isEmpty();
    }

    @Test
    void whatAnotherFeedHasGivenIsNoCursorHere() {
        String mine = end();

        refused(EVENTS, clinic(OFFICE).get("/v1/sender/events").path("next"));
        refused("/v1/sender/events", mine);
    }

    @Test
    void whoeverIsDeniedHearsOfNoCopyBeforeTheDenialIsLifted() {
        String start = end();
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String before = copyOf(copied(kari));
        await().untilAsserted(() -> assertThat(told(start, before)).containsExactly("copy-arrived null"));
        facts.publish(new AccessRestricted(people.alias(kari), 2, DeniedKind.ORGANIZATION, OFFICE));
        applied(kari, 2);

        String denied = copied(kari);
        String gone = copied(kari);
        String deniedCopy = copyOf(denied);
        String goneCopy = copyOf(gone);
        recall(gone, "WITHDRAWN");
        String another = copyOf(copied(people.registered(People.ADULT)));

        await().untilAsserted(() -> assertThat(told(start, another)).containsExactly("copy-arrived null"));
        assertThat(follow(OFFICE, start, 0).getList("events.letterId")).containsExactly(before, another);
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 3, DeniedKind.ORGANIZATION, OFFICE));
        await().untilAsserted(() -> assertThat(told(start, deniedCopy)).containsExactly("copy-arrived null"));
        assertThat(told(start, goneCopy)).isEmpty();
        assertThat(told(start, before)).containsExactly("copy-arrived null");
    }

    @Test
    void aDenialWhoseEndNobodyTellsOfIsLookedAtAgain() {
        String start = end();
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        facts.publish(new AccessRestricted(people.alias(kari), 2, DeniedKind.ORGANIZATION, OFFICE));
        applied(kari, 2);
        String copy = copyOf(copied(kari));
        await().untilAsserted(
                        () -> assertThat(lookedAtAgain(copy)).isEqualTo(WaitingNews.WHILE_DENIED.toSeconds() + "s"));

        Instant due = TestClock.START.plus(WaitingNews.WHILE_DENIED);
        assertThat(overdueSince(due.plusMillis(1))).isGreaterThan(overdueSince(due));
        database.asWorkerDo(tx -> allow(tx, kari));
        clock.advance(WaitingNews.WHILE_DENIED);

        await().untilAsserted(() -> assertThat(told(start, copy)).containsExactly("copy-arrived null"));
    }

    @Test
    void aDenialThatEndsOrBeginsWhileTheJobWaitsIsSeen() {
        String start = end();
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        facts.publish(new AccessRestricted(people.alias(kari), 2, DeniedKind.ORGANIZATION, OFFICE));
        applied(kari, 2);
        String copy = copyOf(copied(kari));
        String whileDenied = WaitingNews.WHILE_DENIED.toSeconds() + "s";
        await().untilAsserted(() -> assertThat(lookedAtAgain(copy)).isEqualTo(whileDenied));

        database.asWorkerDo(tx -> allow(tx, kari));
        whileTheJobWaitsFor(copy, tx -> deny(tx, kari));
        await().untilAsserted(() -> assertThat(lookedAtAgain(copy)).isEqualTo(whileDenied));
        assertThat(told(start, copy)).isEmpty();

        whileTheJobWaitsFor(copy, tx -> {
            allow(tx, kari);
            news.onDenialLifted(new DenialLifted(tx, List.of(people.alias(kari))));
        });
        await().untilAsserted(() -> assertThat(told(start, copy)).containsExactly("copy-arrived null"));
    }

    @Test
    void whatWaitsForSomebodyWhoseDecisionsChangeStaysDue() {
        String start = end();
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        facts.publish(new AccessRestricted(people.alias(kari), 2, DeniedKind.ORGANIZATION, OFFICE));
        applied(kari, 2);
        String copy = copyOf(copied(kari));
        await().untilAsserted(
                        () -> assertThat(lookedAtAgain(copy)).isEqualTo(WaitingNews.WHILE_DENIED.toSeconds() + "s"));

        database.asWorkerDo(changing -> {
            lock(changing, kari);
            allow(changing, kari);
            clock.advance(WaitingNews.WHILE_DENIED);
            tell();
            assertThat(lookedAtAgain(copy)).isEqualTo("0s");
        });

        await().untilAsserted(() -> assertThat(told(start, copy)).containsExactly("copy-arrived null"));
    }

    @Test
    void inDoubtACopyIsToldLateAndInOrder() {
        String start = end();
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        // Version 2 is missing: it may have been a denial.
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 3, DeniedKind.ORGANIZATION, OTHER_CLINIC));
        await().until(() -> database.asWorker(tx -> tx.handle()
                .createQuery("select exists (select from decision_head where alias = :alias and in_doubt)")
                .bind("alias", people.alias(kari))
                .mapTo(Boolean.class)
                .one()));
        String copy = copyOf(copied(kari));
        await().untilAsserted(
                        () -> assertThat(lookedAtAgain(copy)).isEqualTo(WaitingNews.WHILE_IN_DOUBT.toSeconds() + "s"));
        acknowledge(copy);
        await().untilAsserted(() -> assertThat(waiting(copy)).isEqualTo(2));
        assertThat(told(start, copy)).isEmpty();

        facts.publish(new PersonDecisionsRestated(people.alias(kari), 3, List.of(), List.of(), "terms-of-use", 1L));

        await().untilAsserted(() ->
                assertThat(told(start, copy)).containsExactly("copy-arrived null", "copy-acknowledged OK"));
        assertThat(waiting(copy)).isZero();
    }

    @Test
    void replicasThatTellAtTheSameTimeTellOnce() {
        String start = end();
        List<String> messages = IntStream.range(0, 3)
                .mapToObj(any -> copied(people.registered(People.ADULT)))
                .toList();
        List<String> copies = messages.stream().map(CopyNewsTest::copyOf).toList();
        for (String copy : copies) {
            await().untilAsserted(() -> assertThat(told(start, copy)).hasSize(1));
        }
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("""
                        insert into copy_news (delivery_id, subject, step, look_at)
                        select d.id, m.subject, 'ACKNOWLEDGED', :now
                        from generate_series(1, 40), delivery d join message m on m.id = d.message_id
                        where d.id = any(cast(:copies as uuid[]))""")
                .bind("now", clock.instant())
                .bindArray("copies", String.class, copies)
                .execute());

        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> rounds = IntStream.range(0, 8)
                    .mapToObj(any -> replicas.submit(() -> service.tell(20)))
                    .toList();
            assertThat(rounds).allSatisfy(round -> assertThat(round).succeedsWithin(Duration.ofSeconds(20)));
        }

        for (String copy : copies) {
            await().untilAsserted(() -> assertThat(waiting(copy)).isZero());
            await().untilAsserted(() -> assertThat(told(start, copy)).hasSize(41));
        }
        assertThat(follow(OFFICE, start, 0).getList("events")).hasSize(3 * 41);
    }

    private static String copied(NationalIdentityNumber about) {
        return send(with(letterTo(about), "copies", List.of(Map.of("organization", OFFICE))))
                .statusCode(201)
                .extract()
                .path("messageId");
    }

    /** Once it is published. */
    private static String copyOf(String message) {
        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[1].delivery.state"))
                .isEqualTo("PUBLISHED"));
        return status(message).getString("deliveries[1].delivery.deliveryId");
    }

    private static void acknowledge(String copy) {
        clinic(OFFICE)
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "OK"))
                .post("/v1/organization/letters/" + copy + "/acknowledgements")
                .then()
                .statusCode(200);
    }

    private static void recall(String message, String reason) {
        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then()
                .statusCode(200);
    }

    private void applied(NationalIdentityNumber who, long version) {
        await().untilAsserted(() -> assertThat(facts.published(DecisionsApplied.class))
                .contains(new DecisionsApplied(people.alias(who), version)));
    }

    private static List<String> told(String start, String copy) {
        return follow(OFFICE, start, 0)
                .getList("events.findAll { it.letterId == '" + copy + "' }.collect { it.type + ' ' + it.detail }");
    }

    private static JsonPath follow(String who, String after, int wait) {
        return clinic(who)
                .queryParam("limit", 1000)
                .queryParam("after", after)
                .queryParam("wait", wait)
                .get(EVENTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String end() {
        return follow(OFFICE, "", 0).getString("next");
    }

    private static void refused(String feed, String cursor) {
        assertThat(cursor).isNotEmpty();
        clinic(OFFICE)
                .queryParam("after", cursor)
                .get(feed)
                .then()
                .statusCode(400)
                .body("code", equalTo("BD-1382"));
    }

    /** Commits the change when a round that has found the copy due, and sees nothing of the change, waits for the copy. */
    private void whileTheJobWaitsFor(String copy, Consumer<Transaction> change) {
        database.asWorkerDo(tx -> {
            tx.handle().execute("select from copy_news where delivery_id = cast(? as uuid) for update", copy);
            change.accept(tx);
            clock.advance(WaitingNews.WHILE_DENIED);
            Thread.startVirtualThread(this::tell);
            await().pollInSameThread()
                    .until(() ->
                            tx.handle().createQuery("""
                            select exists (
                                select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))""").mapTo(Boolean.class).one());
        });
    }

    private void tell() {
        int unused = service.tell(200);
    }

    private void deny(Transaction tx, NationalIdentityNumber who) {
        tx.handle()
                .execute(
                        "insert into restriction (alias, kind, target) values (?, 'ORGANIZATION', ?)",
                        people.alias(who),
                        OFFICE);
    }

    private void allow(Transaction tx, NationalIdentityNumber who) {
        tx.handle().execute("delete from restriction where alias = ?", people.alias(who));
    }

    /** As whoever changes what is known of somebody does. */
    private void lock(Transaction tx, NationalIdentityNumber who) {
        tx.handle().execute("select pg_advisory_xact_lock(1, uuid_hash(?))", people.alias(who));
    }

    /** In how long from now. */
    private String lookedAtAgain(String copy) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select extract(epoch from look_at - :now)::bigint || 's' from copy_news"
                        + " where delivery_id = cast(:copy as uuid)")
                .bind("now", clock.instant())
                .bind("copy", copy)
                .mapTo(String.class)
                .one());
    }

    private long overdueSince(Instant before) {
        return database.asWorker(tx -> news.overdue(tx, before));
    }

    private int waiting(String copy) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from copy_news where delivery_id = cast(:copy as uuid)")
                .bind("copy", copy)
                .mapTo(Integer.class)
                .one());
    }
}
