package no.brevdue.mailbox.recipient;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Notices an organisation that writes to more strangers in an hour than anybody should: a clinic on its first day, or somebody
 * who tries numbers. {@code brevdue.recipients.new.alarms} counts them, and each is logged as an error. Letters go on: they may be due.
 */
@ApplicationScoped
class NewRecipientJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(NewRecipientJob.class);

    private final Database database;
    private final NewRecipientBudget budgets;
    private final int budget;
    private final Counter alarms;

    NewRecipientJob(
            Database database,
            NewRecipientBudget budgets,
            @ConfigProperty(name = "brevdue.recipients.new-an-hour", defaultValue = "1000") int budget,
            MeterRegistry meters) {
        this.database = database;
        this.budgets = budgets;
        this.budget = budget;
        this.alarms = meters.counter("brevdue.recipients.new.alarms");
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        List<String> over = notice(budget);
        alarms.increment(over.size());
        over.forEach(organization -> LOGGER.errorf(
                "An organisation writes to more strangers than it should: organization=%s budget=%d",
                organization, budget));
        return false;
    }

    /** Whoever is over this budget, once an hour. */
    List<String> notice(int most) {
        return database.asWorker(tx -> budgets.notice(tx, most));
    }
}
