package no.brevdue.mailbox.print;

import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves letters on their way to paper, one step at a time. One that fails stops no other and is tried again. */
@ApplicationScoped
class PrintJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(PrintJob.class);
    private static final int BATCH = 10;

    private final PrintService prints;

    PrintJob(PrintService prints) {
        this.prints = prints;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        List<PrintOrder> due = prints.claim(BATCH);
        for (PrintOrder order : due) {
            try {
                prints.step(order);
            } catch (RuntimeException fault) {
                LOGGER.errorf(fault, "A letter could not be moved on to paper: order=%s", order.id());
                prints.postpone(order);
            }
        }
        return due.size() == BATCH;
    }
}
