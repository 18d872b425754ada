package no.brevdue.platform.caller;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets used proofs that are too old to be used again. */
@ApplicationScoped
class ProofJob implements Job {

    private final ProofLedger proofs;

    ProofJob(ProofLedger proofs) {
        this.proofs = proofs;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        proofs.forget();
        return false;
    }
}
