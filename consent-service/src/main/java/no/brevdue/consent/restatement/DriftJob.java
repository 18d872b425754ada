package no.brevdue.consent.restatement;

import no.brevdue.consent.decision.Head;
import no.brevdue.consent.decision.Heads;
import no.brevdue.consent.restatement.DriftRepository.Drift;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.outbox.Outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells a partition again, page by page; if the process dies, any replica goes on where it stopped. */
@ApplicationScoped
class DriftJob implements Job {

    private static final int PAGE = 100;

    private final Database database;
    private final DriftRepository drifts;
    private final Heads heads;
    private final Restatements restatements;
    private final Outbox outbox;

    DriftJob(Database database, DriftRepository drifts, Heads heads, Restatements restatements, Outbox outbox) {
        this.database = database;
        this.drifts = drifts;
        this.heads = heads;
        this.restatements = restatements;
        this.outbox = outbox;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        return database.asWorker(tx -> {
            Optional<Drift> next = drifts.next(tx);
            next.ifPresent(drift -> tellPage(tx, drift));
            return next.isPresent();
        });
    }

    private void tellPage(Transaction tx, Drift drift) {
        List<Head> page = heads.ofPartition(tx, drift.partition(), drift.lastAlias(), PAGE);
        if (page.isEmpty()) {
            drifts.told(tx, drift);
        } else {
            outbox.publishAll(tx, restatements.of(tx, page));
            drifts.advance(tx, drift, page.getLast().alias());
        }
    }
}
