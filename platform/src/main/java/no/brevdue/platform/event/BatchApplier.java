package no.brevdue.platform.event;

import no.brevdue.contracts.Event;
import no.brevdue.contracts.Heartbeat;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies a batch in one transaction. What cannot be read is quarantined in that transaction. If applying fails and the
 * database is well, each record gets a transaction of its own, and the one that fails again is quarantined.
 */
final class BatchApplier<E extends Event> {

    private static final Logger LOGGER = Logger.getLogger(BatchApplier.class);

    private final Projection<E> projection;
    private final EventDecoder<E> decoder;
    private final Database database;
    private final Quarantine quarantine;
    private final HeartbeatLedger heartbeats;

    BatchApplier(Projection<E> projection, Database database, Quarantine quarantine, HeartbeatLedger heartbeats) {
        this.projection = projection;
        this.decoder = new EventDecoder<>(projection.family());
        this.database = database;
        this.quarantine = quarantine;
        this.heartbeats = heartbeats;
    }

    Topic topic() {
        return decoder.topic();
    }

    /** Returns when every record is applied or in quarantine; throws when the database is away, and then nothing is applied. */
    void apply(List<ConsumerRecord<String, byte[]>> records) {
        try {
            database.asWorkerDo(tx -> applyTogether(tx, records));
        } catch (RuntimeException failure) {
            if (Transience.of(failure)) {
                throw failure;
            }
            records.forEach(this::applyAlone);
        }
    }

    private void applyAlone(ConsumerRecord<String, byte[]> record) {
        try {
            database.asWorkerDo(tx -> applyTogether(tx, List.of(record)));
        } catch (RuntimeException failure) {
            if (Transience.of(failure)) {
                throw failure;
            }
            LOGGER.errorf(
                    failure,
                    "A fact could not be applied and is in quarantine: topic=%s partition=%d offset=%d",
                    record.topic(),
                    record.partition(),
                    record.offset());
            boolean unused = database.asWorker(tx -> putAside(
                    tx, record, "cannot be applied: " + failure.getClass().getSimpleName()));
        }
    }

    private void applyTogether(Transaction tx, List<ConsumerRecord<String, byte[]>> records) {
        Map<ConsumerRecord<String, byte[]>, Decoded<E>> decoded = new LinkedHashMap<>();
        records.forEach(record -> decoded.put(record, decoder.decode(record)));
        Set<String> parked = parkedKeys(tx, records);
        List<Received<E>> facts = new ArrayList<>();
        List<Received<Heartbeat>> beats = new ArrayList<>();
        decoded.forEach((record, what) -> {
            switch (what) {
                case Decoded.Fact<E>(Received<E> fact) -> admit(tx, record, fact, parked, facts);
                case Decoded.Beat<E>(Received<Heartbeat> beat) -> beats.add(beat);
                case Decoded.Malformed<E>(String flaw) -> {
                    LOGGER.errorf(
                            "A record is malformed and in quarantine: topic=%s partition=%d offset=%d flaw=%s",
                            record.topic(), record.partition(), record.offset(), flaw);
                    if (putAside(tx, record, flaw)) {
                        parked.add(Quarantine.key(record));
                    }
                }
                case Decoded.Unknown<E> ignored ->
                    LOGGER.debugf("Skipped a fact of a newer version: %s", record.topic());
            }
        });
        if (!facts.isEmpty()) {
            projection.applyAll(tx, facts);
        }
        heartbeats.heard(tx, topic(), beats);
    }

    private void admit(
            Transaction tx,
            ConsumerRecord<String, byte[]> record,
            Received<E> fact,
            Set<String> parked,
            List<Received<E>> facts) {
        String key = Quarantine.key(record);
        if (!parked.contains(key)) {
            facts.add(fact);
        } else if (fact.event().wholeState()) {
            quarantine.release(tx, topic(), key);
            parked.remove(key);
            facts.add(fact);
        } else {
            boolean unused = quarantine.park(tx, record, Quarantine.BEHIND_PARKED_KEY);
        }
    }

    /** Whether later facts of the key must wait. */
    private boolean putAside(Transaction tx, ConsumerRecord<String, byte[]> record, String reason) {
        if (projection.keepsOrder()) {
            return quarantine.park(tx, record, reason);
        }
        quarantine.keep(tx, record, reason);
        return false;
    }

    private Set<String> parkedKeys(Transaction tx, List<ConsumerRecord<String, byte[]>> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.add(Quarantine.key(record)));
        return new HashSet<>(quarantine.parkedKeys(tx, topic(), keys));
    }
}
