package no.brevdue.consent.decision;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.outbox.Outbox;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says on every partition how much was decided, behind the facts it counts. A fact that is committed between the count and
 * its place in the outbox makes a reader find a drift that is none; it is told again then, which harms nobody.
 */
@ApplicationScoped
class CountJob implements Job {

    private final Database database;
    private final Heads heads;
    private final Outbox outbox;

    CountJob(Database database, Heads heads, Outbox outbox) {
        this.database = database;
        this.heads = heads;
        this.outbox = outbox;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        database.asWorkerDo(tx -> heads.counts(tx).forEach(count -> outbox.publishOn(tx, count.partition(), count)));
        return false;
    }
}
