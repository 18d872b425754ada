package no.brevdue.mailbox.coming;

import no.brevdue.mailbox.feed.Feed;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells senders in their feed. What is told and that it was told are one transaction. */
@ApplicationScoped
class ReaderChangeService {

    static final int WEEKS_AHEAD = 6;

    /** As long as events are kept. */
    private static final Duration RELATION = Duration.ofDays(395);

    private static final int AT_ONCE = 100;

    private final Database database;
    private final ReaderChangeRepository changes;
    private final Feed feed;
    private final AuditTrail audit;
    private final Clock clock;

    ReaderChangeService(Database database, ReaderChangeRepository changes, Feed feed, AuditTrail audit, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /** True if more may be due. */
    boolean tell() {
        Instant now = clock.instant();
        LocalDate today = NorwegianDay.of(now);
        return database.asWorker(tx -> {
            List<ReaderChange> due =
                    changes.take(tx, today, today.plusWeeks(WEEKS_AHEAD), now.minus(RELATION), AT_ONCE);
            feed.append(tx, due.stream().map(change -> news(change, now)).toList());
            audit.recordAll(tx, due.stream().map(ReaderChangeService::entry).toList());
            return due.size() == AT_ONCE;
        });
    }

    private static Feed.News news(ReaderChange change, Instant now) {
        return new Feed.News(
                change.sender(),
                "readers-change-soon",
                change.messageId(),
                change.deliveryId(),
                change.what().name(),
                now);
    }

    private static AuditEntry entry(ReaderChange change) {
        return AuditEntry.bySystem("mailbox")
                .did("readers-change-told")
                .to("delivery", change.deliveryId())
                .of(change.alias())
                .because("treatment")
                .forController(change.sender());
    }
}
