package no.brevdue.audit.ingest;

import no.brevdue.audit.entry.Entry;
import no.brevdue.audit.log.AuditLogService;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.AuditEvent;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.time.RealTime;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Puts entries into the log, a batch at a time. Streams are numbered without gaps by the service that writes them, so a hole
 * means that something is missing, and is on record until it arrives.
 */
@ApplicationScoped
class EntryProjection implements Projection<AuditEvent> {

    private static final Logger LOGGER = Logger.getLogger(EntryProjection.class);

    /** The service that writes it and the shard it writes it from. */
    private static final Pattern STREAM = Pattern.compile("[a-z]+-\\d{1,2}");

    private final AuditLogService log;
    private final StreamRepository streams;
    private final Clock clock;

    EntryProjection(AuditLogService log, StreamRepository streams, @RealTime Clock clock) {
        this.log = log;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public Class<AuditEvent> family() {
        return AuditEvent.class;
    }

    /** Entries do not build on each other: one that cannot be read must not keep the next ones out of the log. */
    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public void apply(Transaction tx, Received<AuditEvent> fact) {
        applyAll(tx, List.of(fact));
    }

    @Override
    public void applyAll(Transaction tx, List<Received<AuditEvent>> facts) {
        List<Entry> entries = facts.stream().map(EntryProjection::entry).toList();
        Set<String> names = entries.stream().map(Entry::stream).collect(Collectors.toSet());
        Map<String, Long> heads = streams.lockHeads(tx, names);
        List<Place> passed = entries.stream()
                .filter(entry -> entry.position() <= heads.getOrDefault(entry.stream(), 0L))
                .map(Place::of)
                .distinct()
                .toList();
        Intake intake = new Intake(heads, streams.known(tx, passed));
        entries.forEach(intake::take);
        log.append(tx, intake.fresh());
        keep(tx, intake);
    }

    private void keep(Transaction tx, Intake intake) {
        Instant now = clock.instant();
        streams.openGaps(tx, intake.gaps(), now);
        streams.fill(tx, intake.latecomers(), now);
        streams.saveHeads(tx, intake.heads());
        for (Gap gap : intake.gaps()) {
            LOGGER.errorf("Audit entries are missing: stream=%s from=%d to=%d", gap.stream(), gap.from(), gap.to());
        }
    }

    private static Entry entry(Received<AuditEvent> received) {
        return switch (received.event()) {
            case AuditEntryRecorded fact -> {
                if (!STREAM.matcher(fact.stream()).matches() || !fact.stream().startsWith(received.source() + "-")) {
                    throw new RefusedEntryException("the stream belongs to another service");
                }
                if (received.sequence() < 1) {
                    throw new RefusedEntryException("the entry has no position in its stream");
                }
                yield Entry.of(fact, received.sequence());
            }
        };
    }
}
