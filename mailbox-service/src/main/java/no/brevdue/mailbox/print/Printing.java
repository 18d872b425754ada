package no.brevdue.mailbox.print;

import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.FallbackOrdered;
import no.brevdue.mailbox.delivery.FallbackResumed;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import java.util.Objects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Orders print for letters that fall back and whose sender wants that. */
@ApplicationScoped
class Printing {

    private final PrintRepository orders;
    private final JobRunner jobs;
    private final Clock clock;

    Printing(PrintRepository orders, JobRunner jobs, Clock clock) {
        this.orders = orders;
        this.jobs = jobs;
        this.clock = clock;
    }

    void onFallback(@Observes FallbackOrdered ordered) {
        Delivery delivery = ordered.delivery();
        if (delivery.policy() == FallbackPolicy.PRINT
                && isPrintable(Objects.requireNonNull(delivery.fallbackReason()))) {
            orders.order(ordered.tx(), delivery.id(), clock.instant());
            ordered.tx().afterCommit(() -> jobs.wake(PrintJob.class));
        }
    }

    /** What a death had held up, or called off when it sent the letter back. */
    void onResumed(@Observes FallbackResumed resumed) {
        if (orders.renew(resumed.tx(), resumed.delivery().id(), clock.instant())) {
            resumed.tx().afterCommit(() -> jobs.wake(PrintJob.class));
        }
    }

    /** Neither what was read or refused, nor what is unsafe or somebody else's, goes on paper by itself. */
    private static boolean isPrintable(FallbackReason reason) {
        return switch (reason) {
            case UNCONFIRMED, NO_CONSENT, UNSAFE_ATTACHMENT, NOT_MINE -> false;
            default -> true;
        };
    }
}
