package no.brevdue.mailbox.batch;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets batches after 13 months, as references are let go. Their letters keep the keys that followed from the batch's, so that even
 * a batch that is repeated later stores none of them twice.
 */
@ApplicationScoped
class BatchRetentionJob implements Job {

    private static final int MONTHS_KEPT = 13;
    private static final int AT_ONCE = 500;

    private final Database database;
    private final BatchKeyRepository keys;
    private final StagedBatchRepository batches;
    private final Clock clock;

    BatchRetentionJob(Database database, BatchKeyRepository keys, StagedBatchRepository batches, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        Instant before =
                clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS_KEPT).toInstant();
        int forgotten = database.asWorker(tx -> keys.forget(tx, before, AT_ONCE));
        int staged = database.asWorker(tx -> batches.forget(tx, before, AT_ONCE));
        return forgotten == AT_ONCE || staged == AT_ONCE;
    }
}
