package no.brevdue.mailbox.receiver;

import no.brevdue.mailbox.recipient.DenialLifted;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps what has become of copies, in the transaction of what happened, until their receivers may hear of it. */
@ApplicationScoped
public class CopyNews {

    private final CopyNewsRepository news;
    private final JobRunner jobs;
    private final Clock clock;

    CopyNews(CopyNewsRepository news, JobRunner jobs, Clock clock) {
        this.news = news;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void add(Transaction tx, List<Item> items) {
        if (!items.isEmpty()) {
            news.add(tx, items, clock.instant());
            wake(tx);
        }
    }

    /** What should have been looked at before that, and was not. */
    public long overdue(Transaction tx, Instant before) {
        return news.overdue(tx, before);
    }

    void onDenialLifted(@Observes DenialLifted lifted) {
        if (news.makeDue(lifted.tx(), lifted.aliases(), clock.instant()) > 0) {
            wake(lifted.tx());
        }
    }

    private void wake(Transaction tx) {
        tx.afterCommit(() -> jobs.wake(CopyNewsJob.class));
    }

    /**
     * One step of a copy.
     *
     * @param detail how it was acknowledged or withdrawn
     */
    public record Item(
            UUID messageId,
            UUID deliveryId,
            CopyStep step,
            @Nullable String detail) {}
}
