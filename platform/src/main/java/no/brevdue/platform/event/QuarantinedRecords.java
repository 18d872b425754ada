package no.brevdue.platform.event;

import io.quarkus.arc.All;
import no.brevdue.contracts.Event;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.problem.ProblemException;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** What operators can do about the records in quarantine. */
@ApplicationScoped
public class QuarantinedRecords {

    private static final Logger LOGGER = Logger.getLogger(QuarantinedRecords.class);

    private final WaitingRecordRepository records;
    private final Map<String, Projection<?>> projections;

    QuarantinedRecords(WaitingRecordRepository records, @All List<Projection<?>> projections) {
        this.records = records;
        this.projections = projections.stream()
                .collect(Collectors.toMap(
                        projection -> Topic.carrying(projection.family()).address(), Function.identity()));
    }

    /** Those that wait, the oldest first. */
    public List<QuarantinedRecord> open(Transaction tx, int limit) {
        return records.open(tx, limit);
    }

    /**
     * Applies the record and all that wait under its key, in their order, and takes the key off the parking place. Where
     * facts do not build on each other it is the record alone. Throws if one of them still fails, and then the transaction
     * must not be committed.
     *
     * @return how many were applied
     */
    public int replay(Transaction tx, UUID id) {
        WaitingRecord record = lock(tx, id);
        Projection<?> projection = projections.get(record.topic());
        if (projection == null) {
            throw QuarantineProblem.RECORD_STILL_FAILS.because("Nothing in this service reads its topic.");
        }
        List<WaitingRecord> waiting = projection.keepsOrder() ? records.withKeyOf(tx, record) : List.of(record);
        apply(tx, projection, waiting);
        records.resolve(tx, waiting, "REPLAYED");
        records.unparkIfNothingWaits(tx, record);
        return waiting.size();
    }

    /** Gives the record up for good. What waits behind it waits on until it is retried. */
    public void discard(Transaction tx, UUID id) {
        WaitingRecord record = lock(tx, id);
        records.resolve(tx, List.of(record), "DISCARDED");
        records.unparkIfNothingWaits(tx, record);
    }

    private WaitingRecord lock(Transaction tx, UUID id) {
        return records.lock(tx, id)
                .orElseThrow(() -> QuarantineProblem.NO_SUCH_QUARANTINED_RECORD.because("No such record waits."));
    }

    private static <E extends Event> void apply(Transaction tx, Projection<E> projection, List<WaitingRecord> waiting) {
        EventDecoder<E> decoder = new EventDecoder<>(projection.family());
        List<Received<E>> facts = new ArrayList<>();
        for (WaitingRecord record : waiting) {
            switch (decoder.decode(record.asReceived())) {
                case Decoded.Fact<E>(Received<E> fact) -> facts.add(fact);
                case Decoded.Malformed<E>(String flaw) -> throw stillFails(record, new MalformedEventException(flaw));
                case Decoded.Beat<E> ignored -> LOGGER.debug("A heartbeat is too old to be heard");
                case Decoded.Unknown<E> ignored -> LOGGER.debug("Skipped a fact of a newer version");
            }
        }
        try {
            projection.applyAll(tx, facts);
        } catch (RuntimeException failure) {
            if (Transience.of(failure)) {
                throw failure;
            }
            throw stillFails(waiting.getFirst(), failure);
        }
    }

    private static ProblemException stillFails(WaitingRecord record, RuntimeException cause) {
        LOGGER.errorf(
                cause,
                "A key was retried and stays parked: topic=%s partition=%d offset=%d",
                record.topic(),
                record.partition(),
                record.offset());
        return QuarantineProblem.RECORD_STILL_FAILS.because("It cannot be applied; the log says why.");
    }
}
