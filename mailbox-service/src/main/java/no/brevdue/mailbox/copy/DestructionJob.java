package no.brevdue.mailbox.copy;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Destroys the keys of copies whose time has come; woken by whoever recalls or deletes for good. Until it has been here
 * nobody reads them either, because their state says so.
 */
@ApplicationScoped
class DestructionJob implements Job {

    private static final int BATCH = 200;

    private final Database database;
    private final CopyRepository copies;
    private final Clock clock;

    DestructionJob(Database database, CopyRepository copies, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean run() {
        return database.asWorker(tx -> copies.destroyDue(tx, clock.instant(), BATCH)) == BATCH;
    }
}
