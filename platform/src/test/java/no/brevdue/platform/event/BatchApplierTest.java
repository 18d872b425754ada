package no.brevdue.platform.event;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import no.brevdue.contracts.Event;
import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Heartbeat;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.ServiceDatabase;
import no.brevdue.platform.problem.ProblemException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchApplierTest {

    private static final Topic TOPIC = Topic.IDENTITY_EVENTS;
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC.address(), 0);
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final UUID KARI = new UUID(1, 1);
    private static final UUID OLA = new UUID(1, 2);
    private static final PersonFacts FACTS = new PersonFacts(
            LocalDate.of(1990, 1, 1),
            false,
            false,
            false,
            true,
            true,
            Language.NB,
            ReadingPlan.alone(LocalDate.of(2006, 1, 1)));

    private static final String WITHOUT_PERSON =
            "{\"version\": 1, \"digitalOptOut\": false, \"emailUsable\": true, \"smsUsable\": true, \"language\": \"NB\"}";

    private static final ServiceDatabase STORAGE = new ServiceDatabase("consent", "event/projection.sql");

    private final Database database = STORAGE.database();
    private final TestProjection projection = new TestProjection();
    private final BatchApplier<?> applier =
            new BatchApplier<>(projection, database, new Quarantine(), new HeartbeatLedger());
    private final QuarantinedRecords operators =
            new QuarantinedRecords(new WaitingRecordRepository(), List.of(projection));
    private long offset;

    @BeforeAll
    static void start() {
        STORAGE.owner().useHandle(owner -> owner.execute("create table applied (key text, version bigint)"));
    }

    @AfterAll
    static void stop() {
        STORAGE.close();
    }

    @BeforeEach
    void empty() {
        STORAGE.owner()
                .useHandle(owner -> owner.execute("truncate applied, quarantine, parked_key, projection_source"));
    }

    @Test
    void aFactThatCannotBeAppliedHoldsUpItsOwnKeyAndNobodyElse() {
        projection.refused = 2;

        applier.apply(List.of(changed(KARI, 1), changed(KARI, 2), changed(OLA, 1)));
        applier.apply(List.of(changed(KARI, 3), changed(OLA, 4)));

        assertThat(applied(KARI)).containsExactly(1L);
        assertThat(applied(OLA)).containsExactly(1L, 4L);
        assertThat(parked(KARI)).isTrue();
        assertThat(parked(OLA)).isFalse();
        assertThat(open()).hasSize(2);
    }

    @Test
    void aFactThatCarriesTheWholeStateHealsItsKey() {
        projection.refused = 2;
        applier.apply(List.of(changed(KARI, 2)));
        applier.apply(List.of(changed(KARI, 3)));

        applier.apply(List.of(record(new PersonRestated(KARI, 4, List.of(), FACTS)), changed(KARI, 5)));

        assertThat(applied(KARI)).containsExactly(4L, 5L);
        assertThat(parked(KARI)).isFalse();
        assertThat(open()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsQuarantinedForWhatItIs() {
        ConsumerRecord<String, byte[]> wrongKey = record(OLA.toString(), encoded(change(KARI, 1)), "identity");
        ConsumerRecord<String, byte[]> wrongSource = record(KARI.toString(), encoded(change(KARI, 2)), "mailbox");
        ConsumerRecord<String, byte[]> incomplete = record("incomplete", bytes(WITHOUT_PERSON), "identity");
        ConsumerRecord<String, byte[]> noFact = record("no fact", new byte[] {1, 2, 3}, "identity");
        ConsumerRecord<String, byte[]> unstorable = record("a\0b", new byte[] {0}, "iden\0tity");

        applier.apply(List.of(wrongKey, wrongSource, incomplete, noFact, unstorable));
        applier.apply(List.of(record(null, null, "identity")));

        assertThat(open())
                .extracting(QuarantinedRecord::reason)
                .containsExactlyInAnyOrder(
                        "record key is not the fact's key",
                        "source may not write to this topic",
                        "ContactabilityChanged without personId",
                        "not JSON of ContactabilityChanged",
                        "source may not write to this topic",
                        "no key or no data");
        assertThat(applied(KARI)).isEmpty();
    }

    @Test
    void aRetryAppliesTheWholeKeyInOrder() {
        projection.refused = 1;
        applier.apply(List.of(changed(KARI, 1)));
        applier.apply(List.of(changed(KARI, 2), changed(KARI, 3)));
        UUID last = open().getLast().id();
        projection.refused = 0;

        int replayed = database.asWorker(tx -> operators.replay(tx, last));

        assertThat(replayed).isEqualTo(3);
        assertThat(applied(KARI)).containsExactly(1L, 2L, 3L);
        assertThat(parked(KARI)).isFalse();
    }

    @Test
    void aRetryThatFailsChangesNothing() {
        projection.refused = 2;
        applier.apply(List.of(changed(KARI, 2)));
        applier.apply(List.of(changed(KARI, 3)));
        UUID first = open().getFirst().id();

        assertThatThrownBy(() -> database.asWorkerDo(
                        tx -> assertThat(operators.replay(tx, first)).isZero()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(QuarantineProblem.RECORD_STILL_FAILS));

        assertThat(applied(KARI)).isEmpty();
        assertThat(open()).hasSize(2);
        assertThat(parked(KARI)).isTrue();
    }

    @Test
    void afterTheBadOneIsGivenUpTheRestCanBeRetried() {
        projection.refused = 1;
        applier.apply(List.of(changed(KARI, 1)));
        applier.apply(List.of(changed(KARI, 2)));

        database.asWorkerDo(tx -> operators.discard(tx, open().getFirst().id()));
        assertThat(parked(KARI)).isTrue();
        int replayed =
                database.asWorker(tx -> operators.replay(tx, open().getFirst().id()));
        assertThat(replayed).isOne();

        assertThat(applied(KARI)).containsExactly(2L);
        assertThat(parked(KARI)).isFalse();
    }

    @Test
    void aRecordThatWasGivenUpStaysSoWhenItComesAgain() {
        ConsumerRecord<String, byte[]> malformed = record(KARI.toString(), new byte[] {1}, "identity");
        applier.apply(List.of(malformed));
        database.asWorkerDo(tx -> operators.discard(tx, open().getFirst().id()));

        applier.apply(List.of(malformed, changed(KARI, 1)));

        assertThat(open()).isEmpty();
        assertThat(applied(KARI)).containsExactly(1L);
    }

    @Test
    void aLostConnectionLosesNoFact() {
        MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
        EventConsumer<?> consumer = consumer(kafka, OpenTelemetry.noop());
        List<ConsumerRecord<String, byte[]>> records = List.of(changed(KARI, 1), changed(KARI, 2));
        records.forEach(kafka::addRecord);
        projection.connectionLost = true;

        assertThatThrownBy(consumer::run).isInstanceOf(RuntimeException.class);
        assertThat(applied(KARI)).isEmpty();
        projection.connectionLost = false;
        assertThat(kafka.position(PARTITION)).isZero();
        records.forEach(kafka::addRecord);
        assertThat(consumer.run()).isTrue();

        assertThat(applied(KARI)).containsExactly(1L, 2L);
        assertThat(open()).isEmpty();
    }

    @Test
    void aTraceGoesOnInTheServiceThatConsumesTheFact() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
        ConsumerRecord<String, byte[]> traced = changed(KARI, 1);
        traced.headers().add("traceparent", bytes("00-" + trace + "-b7ad6b7169203331-01"));

        EventConsumer<?> on = consumer(kafka, OpenTelemetrySdk.builder().build());
        kafka.addRecord(traced);
        assertThat(on.run()).isTrue();
        assertThat(projection.trace).isEqualTo(trace);
        kafka.addRecord(changed(KARI, 2));
        assertThat(on.run()).isTrue();
        assertThat(projection.trace).isNotEqualTo(trace);
        assertThat(SpanContext.getInvalid().getTraceId()).isNotEqualTo(projection.trace);
    }

    @Test
    void whatStillWaitsForAProjectionIsItsLag() {
        MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
        EventConsumer<?> consumer = consumer(kafka, OpenTelemetry.noop());
        kafka.updateEndOffsets(Map.of(PARTITION, 5L));

        kafka.addRecord(changed(KARI, 1));
        assertThat(consumer.run()).isTrue();

        assertThat(consumer.lag()).isEqualTo(4);
    }

    private EventConsumer<?> consumer(MockConsumer<String, byte[]> kafka, OpenTelemetry telemetry) {
        EventConsumer<?> consumer = new EventConsumer<>(kafka, applier, telemetry.getTracer("test"));
        consumer.subscribe();
        kafka.rebalance(List.of(PARTITION));
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return consumer;
    }

    @Test
    void aSourceIsSilentUntilEveryPartitionHasBeenHeardLately() {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            assertThat(silentAt(NOW)).isTrue();
            applier.apply(List.of(record(Heartbeat.of("identity", partition))));
        }

        assertThat(silentAt(NOW.plusSeconds(60))).isFalse();
        assertThat(silentAt(NOW.plusSeconds(61))).isTrue();
    }

    private boolean silentAt(Instant now) {
        Doubts doubts = new Doubts(Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(60));
        return database.asWorker(tx -> doubts.silent(tx, TOPIC));
    }

    private boolean parked(UUID person) {
        return !database.asWorker(tx -> new Quarantine().parkedKeys(tx, TOPIC, List.of(person.toString())))
                .isEmpty();
    }

    private List<QuarantinedRecord> open() {
        return database.asWorker(tx -> operators.open(tx, 100));
    }

    private List<Long> applied(UUID person) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select version from applied where key = :key order by version")
                .bind("key", person.toString())
                .mapTo(Long.class)
                .list());
    }

    private ConsumerRecord<String, byte[]> changed(UUID person, long version) {
        return record(change(person, version));
    }

    private static ContactabilityChanged change(UUID person, long version) {
        return new ContactabilityChanged(person, version, false, true, true, Language.NB);
    }

    private ConsumerRecord<String, byte[]> record(Event fact) {
        ConsumerRecord<String, byte[]> record = record(fact.key(), encoded(fact), "identity");
        record.headers().remove("ce_type").add("ce_type", bytes(EventType.of(fact.getClass())));
        return record;
    }

    private ConsumerRecord<String, byte[]> record(@Nullable String key, byte @Nullable [] data, String source) {
        var record = new ConsumerRecord<String, byte[]>(TOPIC.address(), 0, offset++, key, data);
        record.headers()
                .add("ce_id", bytes(UUID.randomUUID().toString()))
                .add("ce_type", bytes(EventType.of(ContactabilityChanged.class)))
                .add("ce_source", bytes(source))
                .add("ce_time", bytes(NOW.toString()));
        return record;
    }

    private static byte[] encoded(Event fact) {
        return EventCodec.encode(fact);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
