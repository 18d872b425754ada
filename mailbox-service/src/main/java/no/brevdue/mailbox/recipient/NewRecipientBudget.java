package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts people nobody had written to before, for each organisation an hour at a time. */
@ApplicationScoped
class NewRecipientBudget {

    /**
     * Sent with the commit: nobody waits for another's count. Selected and not given as values, which the driver would join into
     * one statement where a batch counts several, and one statement counts a row once.
     */
    void spend(Transaction tx, String organization, Instant now) {
        tx.later("""
                        insert into new_recipient_budget as budget (organization, hour, spent)
                        select cast(:organization as text), cast(:hour as timestamptz), 1
                        on conflict (organization) do update
                        set spent = case budget.hour when excluded.hour then budget.spent + 1 else 1 end,
                            noticed = budget.noticed and budget.hour = excluded.hour,
                            hour = excluded.hour""").bind("organization", organization).bind("hour", now.truncatedTo(ChronoUnit.HOURS));
    }

    /** Organisations that have gone over {@code budget} and were not noticed in that hour. */
    List<String> notice(Transaction tx, int budget) {
        return tx.handle()
                .createQuery("""
                        update new_recipient_budget set noticed = true where spent > :budget and not noticed
                        returning organization""")
                .bind("budget", budget)
                .mapTo(String.class)
                .list();
    }
}
