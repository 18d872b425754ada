package no.brevdue.notification.account;

import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes in what people are to be told about their contact points; nothing else of identity-service's facts is kept here. */
@ApplicationScoped
class ContactNoticeProjection implements Projection<IdentityEvent> {

    private final AccountNoticeRepository notices;
    private final JobRunner jobs;
    private final Clock clock;

    ContactNoticeProjection(AccountNoticeRepository notices, JobRunner jobs, Clock clock) {
        this.notices = notices;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<IdentityEvent> family() {
        return IdentityEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<IdentityEvent> fact) {
        if (fact.event() instanceof ContactNoticeRequested requested
                && notices.add(tx, requested.noticeId(), requested.occasion(), clock.instant())) {
            tx.afterCommit(() -> jobs.wake(AccountNoticeJob.class));
        }
    }
}
