package no.brevdue.consent.change;

import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;

import jakarta.enterprise.context.ApplicationScoped;

/** Decides whether a new version is one that people are told of. */
@ApplicationScoped
public class ChangeNotices {

    private final ChangeRepository rounds;
    private final JobRunner jobs;

    ChangeNotices(ChangeRepository rounds, JobRunner jobs) {
        this.rounds = rounds;
        this.jobs = jobs;
    }

    /** In the transaction that stores the version. Nobody relies on a first version yet, and words alone change nothing. */
    public void published(Transaction tx, String termsId, long version, TermsChange change) {
        if (version > 1 && change != TermsChange.EDITORIAL) {
            rounds.begin(tx, termsId, version);
            tx.afterCommit(() -> jobs.wake(ChangeNoticeJob.class));
        }
    }
}
