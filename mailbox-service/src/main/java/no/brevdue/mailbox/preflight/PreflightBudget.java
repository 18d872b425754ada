package no.brevdue.mailbox.preflight;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the questions of each organisation, an hour at a time. */
@ApplicationScoped
class PreflightBudget {

    /** How many this one makes; a refused one is not counted, because its transaction is undone. */
    int spend(Transaction tx, String organization, Instant hour) {
        return tx.handle()
                .createQuery("""
                        insert into preflight_budget as budget (organization, hour, spent) values (:organization, :hour, 1)
                        on conflict (organization) do update
                        set spent = case budget.hour when excluded.hour then budget.spent + 1 else 1 end,
                            hour = excluded.hour
                        returning spent""")
                .bind("organization", organization)
                .bind("hour", hour)
                .mapTo(Integer.class)
                .one();
    }
}
