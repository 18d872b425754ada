package no.brevdue.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.quarkus.runtime.ShutdownEvent;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Later;
import no.brevdue.platform.database.ServiceDatabase;
import no.brevdue.platform.event.EventCodec;
import no.brevdue.platform.job.Jobs;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.KafkaResource;
import no.brevdue.platform.testing.TestClock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxRelayTest {

    private static final List<Integer> ALL_SHARDS =
            IntStream.range(0, Topic.PARTITIONS).boxed().toList();
    private static final KafkaResource KAFKA = new KafkaResource();

    /** Passed by one transaction at a time. */
    private static final String GATE = "select pg_advisory_xact_lock(1)";

    private static final ServiceDatabase STORAGE = new ServiceDatabase("consent", "outbox/outbox.sql");
    private static Map<String, Object> broker;
    private static Facts facts;

    private final Database database = STORAGE.database();
    private final OutboxRepository rows = new OutboxRepository();
    private final Outbox outbox = new Outbox(new TestClock(), Jobs.none());
    private final UUID alias = UUID.randomUUID();

    @BeforeAll
    static void start() {
        broker = Map.copyOf(KAFKA.start());
        facts = new Facts(String.valueOf(broker.get("kafka.bootstrap.servers")));
    }

    @AfterAll
    static void stop() {
        facts.close();
        KAFKA.stop();
        STORAGE.close();
    }

    @BeforeEach
    void nothingWaitsAndNobodyOwnsAShard() {
        database.asWorkerDo(tx -> tx.handle().execute("delete from outbox"));
        everyLeaseRunsOut();
    }

    @Test
    void theFactsOfAKeyArriveInTheOrderOfTheirCommits() {
        LongStream.rangeClosed(1, 50)
                .forEach(version -> database.asWorkerDo(tx -> {
                    outbox.publish(tx, accepted(alias, version));
                    outbox.publish(tx, accepted(UUID.randomUUID(), 1));
                }));

        drain(relay(producer(broker)));

        assertThat(versions()).isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void aFactCarriesTheTraceOfWhatCausedItAndNoneWhereTracingIsOff() {
        Span request = OpenTelemetrySdk.builder()
                .build()
                .getTracer("test")
                .spanBuilder("request")
                .startSpan();

        Context.root()
                .with(request)
                .wrap(() -> database.asWorkerDo(tx -> outbox.publish(tx, accepted(alias, 1))))
                .run();
        database.asWorkerDo(tx -> outbox.publish(tx, accepted(alias, 2)));

        List<String> traces = database.asWorker(tx -> tx.handle()
                .createQuery("select trace from outbox where key = :key order by id")
                .bind("key", alias.toString())
                .mapTo(String.class)
                .list());
        assertThat(traces).hasSize(2);
        assertThat(traces.getFirst())
                .startsWith("00-" + request.getSpanContext().getTraceId());
        assertThat(traces.getLast()).isNull();
    }

    @Test
    void whatIsRolledBackIsNeverSaid() {
        assertThatThrownBy(() -> database.asWorkerDo(tx -> {
                    outbox.publish(tx, accepted(alias, 1));
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        database.asWorkerDo(tx -> outbox.publish(tx, accepted(alias, 2)));

        drain(relay(producer(broker)));

        assertThat(versions()).containsExactly(2L);
    }

    @Test
    void aStreamIsNumberedWithoutGapsWhoeverCommitsFirst() throws Exception {
        OutboxRelay relay = relay(producer(broker));
        Callable<Void> writer = () -> {
            for (int i = 0; i < 25; i++) {
                database.asWorkerDo(tx -> outbox.publishNumbered(tx, List.of(entry(1))));
            }
            return null;
        };

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> writers =
                    IntStream.range(0, 4).mapToObj(i -> threads.submit(writer)).toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                boolean unused = relay.run();
            }
            for (Future<Void> done : writers) {
                assertThat(done.get()).isNull();
            }
        }
        drain(relay);

        assertThat(sequences()).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void aLateCommitWithALowIdIsNumberedAndSentLast() throws Exception {
        OutboxRelay relay = relay(producer(broker));

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> late = database.asWorker(gate -> {
                gate.handle().execute(GATE);
                Future<?> low = threads.submit(() -> database.asWorkerDo(tx -> {
                    outbox.publishNumbered(tx, List.of(entry(1)));
                    Later unused = tx.later(GATE);
                }));
                Awaitility.await().until(this::somebodyStandsAtTheGate);
                database.asWorkerDo(early -> outbox.publishNumbered(early, List.of(entry(2))));
                Awaitility.await().until(() -> {
                    boolean unused = relay.run();
                    return !sequences().isEmpty();
                });
                return low;
            });
            late.get();
        }
        drain(relay);

        assertThat(sequences()).containsExactly(1L, 2L);
        assertThat(versions()).containsExactly(2L, 1L);
    }

    @Test
    void whatWasAcknowledgedButNotRemovedIsSentAgainUnderTheSameId() {
        database.asWorkerDo(tx -> outbox.publish(tx, accepted(alias, 1)));
        FactProducer dying = producer(broker);

        List<Long> acknowledged = dying.send(database.asWorker(tx -> rows.waiting(tx, ALL_SHARDS, 0, 10)));
        drain(relay(producer(broker)));

        assertThat(acknowledged).hasSize(1);
        assertThat(records())
                .hasSize(2)
                .extracting(record -> Facts.header(record, "ce_id"))
                .containsOnly(Facts.header(records().getFirst(), "ce_id"));
    }

    @Test
    void whileTheBrokerIsAwayTheFactsStayAndThenArriveOnceInOrder() {
        LongStream.rangeClosed(1, 5)
                .forEach(version -> database.asWorkerDo(tx -> outbox.publish(tx, accepted(alias, version))));
        OutboxRelay cutOff = relay(producer(Map.of("bootstrap.servers", "localhost:1")));

        assertThatThrownBy(cutOff::run).hasMessageContaining("stay in the outbox");
        assertThat(waiting()).isEqualTo(5);
        cutOff.stop(new ShutdownEvent());
        drain(relay(producer(broker)));

        assertThat(versions()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aShardThatKafkaTakesNothingOfHoldsUpNobodyElse() {
        UUID other = Stream.generate(UUID::randomUUID)
                .filter(candidate -> Shard.of(candidate.toString()) != Shard.of(alias.toString()))
                .findFirst()
                .orElseThrow();
        database.asWorkerDo(tx -> outbox.publish(tx, accepted(alias, 1)));
        database.asWorkerDo(tx -> {
            tx.handle().execute("update outbox set payload = convert_to(repeat('x', 2000000), 'UTF8')");
            LongStream.rangeClosed(2, 1_100).forEach(version -> outbox.publish(tx, accepted(alias, version)));
            outbox.publish(tx, accepted(other, 1));
        });
        OutboxRelay relay = relay(producer(broker));

        Awaitility.await().ignoreExceptions().until(() -> {
            boolean unused = relay.run();
            return waiting() == 1_100;
        });

        assertThat(versions()).isEmpty();
        relay.stop(new ShutdownEvent());
    }

    @Test
    void aShardHasOneOwnerAndChangesHandsWhenTheOwnerIsSilent() {
        Leases silent = new Leases(database);
        Leases other = new Leases(database);

        assertThat(silent.mine().shards()).isEqualTo(ALL_SHARDS);
        assertThat(other.mine().shards()).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(other.mine().shards()).isEqualTo(ALL_SHARDS));

        assertThat(silent.mine().shards()).isEmpty();
    }

    @Test
    void whoHasLostAShardNumbersNothingOfIt() {
        database.asWorkerDo(tx -> outbox.publishNumbered(tx, List.of(entry(1))));
        Lease lost = new Leases(database).mine();
        everyLeaseRunsOut();
        Lease current = new Leases(database).mine();
        List<Long> ids = waitingIds();

        assertThat(numbered(ids, lost)).isEmpty();
        assertThat(numbered(ids, current)).containsOnlyKeys(ids);
    }

    @Test
    void whoLostAShardAndGotItBackNumbersNothingByTheOldEpoch() {
        database.asWorkerDo(tx -> outbox.publishNumbered(tx, List.of(entry(1))));
        Lease old = new Leases(database).mine();
        database.asWorkerDo(tx -> tx.handle().execute("update outbox_lease set epoch = epoch + 2"));
        List<Long> ids = waitingIds();

        assertThat(numbered(ids, old)).isEmpty();
    }

    @Test
    void whatKafkaTookMoreSlowlyThanALeaseLastsIsNotSentAgain() {
        database.asWorkerDo(tx -> outbox.publish(tx, accepted(alias, 1)));
        FactProducer sleeping = new FactProducer(client(broker), "consent", new SimpleMeterRegistry()) {
            @Override
            List<Long> send(List<OutboxRow> batch) {
                everyLeaseRunsOut();
                assertThat(new Leases(database).mine().shards()).isEqualTo(ALL_SHARDS);
                return super.send(batch);
            }
        };

        assertThat(relay(sleeping).run()).isFalse();

        assertThat(versions()).containsExactly(1L);
        assertThat(waiting()).isZero();
    }

    private OutboxRelay relay(FactProducer producer) {
        return new OutboxRelay(database, rows, new Leases(database), producer);
    }

    private static FactProducer producer(Map<String, Object> kafka) {
        return new FactProducer(client(kafka), "consent", new SimpleMeterRegistry());
    }

    private static Map<String, Object> client(Map<String, Object> kafka) {
        return Map.of(
                "bootstrap.servers", kafka.getOrDefault("kafka.bootstrap.servers", kafka.get("bootstrap.servers")));
    }

    private void everyLeaseRunsOut() {
        database.asWorkerDo(tx -> tx.handle().execute("update outbox_lease set expires = '-infinity'"));
    }

    private Map<Long, Long> numbered(List<Long> ids, Lease lease) {
        return database.asWorker(tx -> rows.number(tx, ids, lease));
    }

    private List<Long> waitingIds() {
        return database.asWorker(tx -> rows.waiting(tx, ALL_SHARDS, 0, 10)).stream()
                .map(OutboxRow::id)
                .toList();
    }

    private void drain(OutboxRelay relay) {
        Awaitility.await().until(() -> {
            boolean unused = relay.run();
            return waiting() == 0;
        });
        relay.stop(new ShutdownEvent());
    }

    private boolean somebodyStandsAtTheGate() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .mapTo(Boolean.class)
                .one());
    }

    private int waiting() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }

    private StreamFact entry(long version) {
        return new StreamFact(Shard.of(alias.toString()), accepted(alias, version));
    }

    private static TermsAccepted accepted(UUID alias, long version) {
        return new TermsAccepted(alias, version, "terms-of-use", 1, TestClock.START);
    }

    /** What has arrived under the key of this test. */
    private List<ConsumerRecord<String, byte[]>> records() {
        return facts.records(Topic.CONSENT_EVENTS).stream()
                .filter(record -> record.key().equals(alias.toString()))
                .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                .toList();
    }

    private List<Long> sequences() {
        return records().stream()
                .map(record -> Facts.header(record, "ce_sequence"))
                .filter(Predicate.not(String::isEmpty))
                .map(Long::valueOf)
                .toList();
    }

    private List<Long> versions() {
        return records().stream()
                .map(record ->
                        EventCodec.decode(TermsAccepted.class, record.value()).version())
                .toList();
    }
}
