package no.brevdue.notification.account;

import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes in whom a document's change is to be told. */
@ApplicationScoped
public class ChangeNotices {

    /** Whoever could not be told until then sees it at the next login, where it has stood all the time. */
    private static final Duration NEWS_LASTS = Duration.ofDays(7);

    private final AccountNoticeRepository notices;
    private final JobRunner jobs;
    private final Clock clock;

    ChangeNotices(AccountNoticeRepository notices, JobRunner jobs, Clock clock) {
        this.notices = notices;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void requested(Transaction tx, ChangeNoticeRequested fact) {
        Instant now = clock.instant();
        if (notices.addChange(tx, fact.noticeId(), fact.alias(), now, now.plus(NEWS_LASTS))) {
            tx.afterCommit(() -> jobs.wake(AccountNoticeJob.class));
        }
    }
}
