package no.brevdue.mailbox.delivery;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.mailbox.v1.DeliveryFallbackOrdered;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The engine beside other engines, and after one that died. */
@QuarkusTest
class EngineTest {

    private final DeadlineService deadlines;
    private final OverdueMetrics overdue;
    private final MeterRegistry meters;
    private final AgroalDataSource workers;
    private final Database database;
    private final Facts facts;
    private final TestClock clock;

    /** Marks the letters of one test. */
    private final UUID thread = UUID.randomUUID();

    EngineTest(
            DeadlineService deadlines,
            OverdueMetrics overdue,
            MeterRegistry meters,
            @DataSource("worker") AgroalDataSource workers,
            Database database,
            Facts facts,
            TestClock clock) {
        this.deadlines = deadlines;
        this.overdue = overdue;
        this.meters = meters;
        this.workers = workers;
        this.database = database;
        this.facts = facts;
        this.clock = clock;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void replicasThatWorkAtTheSameTimeActOnceOnEach() throws Exception {
        unread(600, clock.instant());
        Callable<Integer> engine = () -> {
            int acted = 0;
            for (int round = deadlines.actOnDue(20); round > 0; round = deadlines.actOnDue(20)) {
                acted += round;
            }
            return acted;
        };

        // The engine of the running service is the third.
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (var done : replicas.invokeAll(List.of(engine, engine))) {
                assertThat(done.get()).isNotNegative();
            }
        }

        await().untilAsserted(() -> assertThat(rungs()).hasSize(600).containsOnly("FALLBACK_ORDERED"));
        await().untilAsserted(() -> assertThat(facts.published(DeliveryFallbackOrdered.class).stream()
                        .filter(fact -> fact.threadId().equals(thread)))
                .hasSize(600)
                .doesNotHaveDuplicates());
    }

    @Test
    void whatAnEngineHadInHandWhenItDiedIsActedOnOnceByAnother() {
        unread(1, clock.instant().plus(Duration.ofHours(1)));
        Handle dying = Jdbi.create(workers).open();
        dying.begin();
        dying.createUpdate("""
                        with locked as (select id from delivery where thread_id = :thread for update)
                        insert into evidence (delivery_id, rung, at, source, key)
                        select id, 'FALLBACK_ORDERED', now(), 'mailbox', 'half' from locked""").bind("thread", thread).execute();
        clock.advance(Duration.ofHours(2));
        int others = deadlines.actOnDue(20);
        await().untilAsserted(() -> assertThat(overdue()).isOne());
        assertThat(rungs()).as("while %d others were acted on", others).isEmpty();

        dying.rollback();
        dying.close();

        await().untilAsserted(() -> assertThat(rungs()).containsExactly("FALLBACK_ORDERED"));
        await().untilAsserted(() -> assertThat(overdue()).isZero());
    }

    /** Whatever the code forgets, there is no row that nobody looks at again. */
    @Test
    void aDeliveryThatHasNotEndedCannotBeWithoutATime() {
        unread(1, clock.instant().plus(Duration.ofDays(7)));

        for (String change : List.of("due_at = null", "ended_at = now()")) {
            assertThatThrownBy(() -> database.asWorkerDo(tx -> tx.handle()
                            .createUpdate("update delivery set " + change + " where thread_id = :thread")
                            .bind("thread", thread)
                            .execute()))
                    .hasStackTraceContaining("never_without_deadline");
        }
        assertThatThrownBy(() -> unread(1, null)).hasStackTraceContaining("never_without_deadline");
    }

    @Test
    void whatWaitsIsNotLookedAt() {
        String plan = database.asWorker(tx -> {
            // Few rows tempt the planner to other ways; with many there is this one.
            tx.handle().execute("set local enable_seqscan = off");
            tx.handle().execute("set local enable_bitmapscan = off");
            return String.join(
                    "\n",
                    tx.handle()
                            .createQuery("""
                                    explain select id from delivery where due_at <= :now order by due_at limit 200
                                    for update skip locked""")
                            .bind("now", clock.instant())
                            .mapTo(String.class)
                            .list());
        });

        assertThat(plan).contains("Index Scan using delivery_due").doesNotContain("Sort");
    }

    private double overdue() {
        boolean unused = overdue.run();
        return meters.get("brevdue.delivery.overdue").gauge().value();
    }

    private List<String> rungs() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("""
                        select rung from evidence join delivery d on d.id = delivery_id where d.thread_id = :thread""")
                .bind("thread", thread)
                .mapTo(String.class)
                .list());
    }

    /** Letters of a week ago that nobody has opened and whose reading time ends then. */
    private void unread(int count, @Nullable Instant readBefore) {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("""
                        with letters as (
                            insert into message (id, thread_id, sender, reference, idempotency_key, request_digest, subject,
                                purpose, language, accepted_at)
                            select gen_random_uuid(), :thread, '100100711', gen_random_uuid(), gen_random_uuid(), '',
                                :thread, 'TREATMENT', 'nb', :then
                            from generate_series(1, :count)
                            returning id)
                        insert into delivery (id, message_id, thread_id, sender, recipient_kind, alias, version, state,
                            fallback, confirmation_required, accepted_at, read_before, due_at, published_at)
                        select gen_random_uuid(), id, :thread, '100100711', 'PERSON', :thread, 2, 'PUBLISHED',
                            'NONE', false, :then, coalesce(cast(:readBefore as timestamptz), :then),
                            cast(:readBefore as timestamptz), :then
                        from letters""")
                .bind("thread", thread)
                .bind("then", clock.instant().minus(Duration.ofDays(7)))
                .bind("count", count)
                .bind("readBefore", readBefore)
                .execute());
    }
}
