package no.brevdue.audit.log;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.time.RealTime;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** Vouches for the tree whenever it has grown, and hands out the latest checkpoint. */
@ApplicationScoped
class CheckpointService {

    private final Database database;
    private final LogRepository log;
    private final CheckpointRepository checkpoints;
    private final CheckpointSigner signer;
    private final Clock clock;

    CheckpointService(
            Database database,
            LogRepository log,
            CheckpointRepository checkpoints,
            CheckpointSigner signer,
            @RealTime Clock clock) {
        this.database = database;
        this.log = log;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.clock = clock;
    }

    void signIfGrown() {
        database.asWorkerDo(tx -> {
            Frontier frontier = log.head(tx);
            if (frontier.size() > checkpoints.latestSize(tx)) {
                checkpoints.add(tx, frontier.size(), signer.sign(frontier), clock.instant());
            }
        });
    }

    String latest() {
        return database.asCaller(checkpoints::latestNote)
                .orElseThrow(() -> LogProblem.NO_CHECKPOINT.because("Nothing has been logged yet."));
    }

    String verifierKey() {
        return signer.verifierKey().toString();
    }
}
