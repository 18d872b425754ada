package no.brevdue.mailbox.feed;

import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.job.JobRunner;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells senders, in the transaction of what happened, and receivers of copies what they may hear. */
@ApplicationScoped
public class Feed {

    private final FeedRepository entries;
    private final JobRunner jobs;

    Feed(FeedRepository entries, JobRunner jobs) {
        this.entries = entries;
        this.jobs = jobs;
    }

    public void append(Transaction tx, List<News> news) {
        if (!news.isEmpty()) {
            entries.add(tx, news);
            tx.afterCommit(() -> jobs.wake(FeedNumberingJob.class));
        }
    }

    public void appendOfCopies(Transaction tx, List<CopyNews> news) {
        if (!news.isEmpty()) {
            entries.addOfCopies(tx, news);
            tx.afterCommit(() -> jobs.wake(FeedNumberingJob.class));
        }
    }

    /** The next events of a sender, for whoever passes them on. */
    public List<FeedEntry> after(Transaction tx, String organization, long position, int limit) {
        return entries.after(tx, organization, position, limit).stream()
                .map(FeedRow::entry)
                .toList();
    }

    /** The position of the sender's last event; 0 before the first. */
    public long head(Transaction tx, String organization) {
        return entries.head(tx, FeedStream.LETTERS.of(organization));
    }

    /**
     * The position before what is told next to whoever has read up to a cursor of the sender's feed, if all that followed is
     * kept.
     */
    public long positionOf(Transaction tx, String organization, String cursor) {
        FeedCursor read = FeedCursor.parse(FeedCursor.Kind.ORGANIZATION, OrganizationNumber.of(organization), cursor);
        long head = head(tx, organization);
        List<FeedRow> next = entries.after(tx, organization, read.after(), 1);
        read.requireKept(next.stream().mapToLong(FeedRow::position).findFirst(), head);
        return next.isEmpty() ? head : next.getFirst().position() - 1;
    }

    /** Whether all that was told after this position is there still. */
    public boolean keeps(Transaction tx, String organization, long position) {
        long head = head(tx, organization);
        List<FeedRow> next = entries.after(tx, organization, position, 1);
        return next.isEmpty() ? head == position : next.getFirst().position() == position + 1;
    }

    /** What the sender is told about one delivery. */
    public record News(
            String organization,
            String type,
            UUID messageId,
            UUID deliveryId,
            @Nullable String detail,
            Instant at) {}

    /** What the organisation that gets a copy is told about it. */
    public record CopyNews(
            UUID deliveryId, String type, @Nullable String detail, Instant at) {}
}
