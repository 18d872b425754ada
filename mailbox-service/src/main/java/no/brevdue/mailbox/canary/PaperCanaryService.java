package no.brevdue.mailbox.canary;

import no.brevdue.contracts.mailbox.v1.CanaryPrinted;
import no.brevdue.mailbox.canary.PaperCanary.State;
import no.brevdue.mailbox.print.TestJobs;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.outbox.Outbox;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends one test job to the printing house in each period, whoever of the replicas comes first, and tells when one has come out.
 * What does not is told to nobody: whoever watches misses it.
 */
@ApplicationScoped
class PaperCanaryService {

    private static final Logger LOGGER = Logger.getLogger(PaperCanaryService.class);
    private static final Duration CLAIM = Duration.ofMinutes(2);

    /** What is that old would be no good news any more. */
    private static final int PERIODS_FOLLOWED = 3;

    /** So often within a period a job is looked after. */
    private static final int LOOKS = 12;

    private final CanaryConfig config;
    private final TestJobs jobs;
    private final Database database;
    private final PaperCanaryRepository canaries;
    private final Outbox outbox;
    private final Clock clock;

    PaperCanaryService(
            CanaryConfig config,
            TestJobs jobs,
            Database database,
            PaperCanaryRepository canaries,
            Outbox outbox,
            Clock clock) {
        this.config = config;
        this.jobs = jobs;
        this.database = database;
        this.canaries = canaries;
        this.outbox = outbox;
        this.clock = clock;
    }

    void fly() {
        Optional<String> sender = config.sender();
        Optional<Duration> every = config.paperEvery();
        if (sender.isPresent() && every.isPresent() && jobs.arePossible()) {
            due(every.get()).forEach(canary -> step(canary, sender.get(), pause(every.get())));
        }
    }

    private List<PaperCanary> due(Duration every) {
        Instant now = clock.instant();
        long seconds = every.toSeconds();
        Instant period = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
        return database.asWorker(tx -> {
            // None was ordered far in the future: where the clock was set back, those would stand in the way.
            canaries.forget(tx, now.minus(every.multipliedBy(PERIODS_FOLLOWED)), now.plus(every));
            canaries.order(tx, period, now);
            return canaries.claim(tx, now, now.plus(CLAIM));
        });
    }

    private void step(PaperCanary canary, String sender, Duration pause) {
        switch (canary.state()) {
            case WAITING -> {
                switch (jobs.handOver(canary.id(), sender, canary.orderedAt())) {
                    case ACCEPTED -> lookAgain(canary, pause);
                    case REFUSED -> fail(canary, "refused");
                    case AWAY -> LOGGER.debugf("Handed over again once the claim runs out: canary=%s", canary.id());
                }
            }
            case TAKEN -> {
                switch (jobs.progress(canary.id())) {
                    case TESTED -> tell(canary);
                    // What the printer does not know it may know again, and otherwise is missed as it should be.
                    case AT_WORK, AWAY, UNKNOWN -> lookAgain(canary, pause);
                    case REJECTED -> fail(canary, "rejected");
                    case DISPATCHED, RETURNED -> fail(canary, "posted");
                }
            }
            case PRINTED, FAILED -> throw new IllegalStateException("An ended test job is due: " + canary.state());
        }
    }

    private void lookAgain(PaperCanary canary, Duration pause) {
        Instant then = clock.instant().plus(pause);
        database.asWorkerDo(tx -> {
            boolean unused = canaries.move(tx, canary, State.TAKEN, then);
        });
    }

    private void tell(PaperCanary canary) {
        database.asWorkerDo(tx -> {
            if (canaries.move(tx, canary, State.PRINTED, null)) {
                outbox.publish(tx, new CanaryPrinted(canary.id(), canary.orderedAt(), 1));
            }
        });
    }

    private void fail(PaperCanary canary, String how) {
        LOGGER.errorf("The printing house does not treat a test job as one: canary=%s how=%s", canary.id(), how);
        database.asWorkerDo(tx -> {
            boolean unused = canaries.move(tx, canary, State.FAILED, null);
        });
    }

    private Duration pause(Duration every) {
        Duration several = every.dividedBy(LOOKS);
        return several.compareTo(jobs.followUp()) < 0 ? several : jobs.followUp();
    }
}
