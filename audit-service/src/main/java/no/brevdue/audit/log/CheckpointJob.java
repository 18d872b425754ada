package no.brevdue.audit.log;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs the tree once a second while it grows: signatures are dear, entries are many. */
@ApplicationScoped
class CheckpointJob implements Job {

    private final CheckpointService checkpoints;

    CheckpointJob(CheckpointService checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        checkpoints.signIfGrown();
        return false;
    }
}
