package no.brevdue.mailbox.canary;

import no.brevdue.mailbox.canary.PaperCanary.State;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PaperCanaryRepository {

    /** One for each period, whoever comes first. */
    void order(Transaction tx, Instant period, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into paper_canary (id, period, ordered_at, state, due_at)
                        values (:id, :period, :now, 'WAITING', :now) on conflict (period) do nothing""")
                .bind("id", UUID.randomUUID())
                .bind("period", period)
                .bind("now", now)
                .execute();
    }

    /** Whoever dies with one loses it to another replica when the claim runs out. */
    List<PaperCanary> claim(Transaction tx, Instant now, Instant until) {
        return tx.handle()
                .createQuery("""
                        update paper_canary set due_at = :until where id in (
                            select id from paper_canary where due_at <= :now for update skip locked)
                        returning id, ordered_at, state""")
                .bind("now", now)
                .bind("until", until)
                .map(RecordMapper.of(PaperCanary.class))
                .list();
    }

    /** False if another replica has moved it on meanwhile. */
    boolean move(Transaction tx, PaperCanary canary, State to, @Nullable Instant dueAt) {
        return tx.handle()
                        .createUpdate(
                                "update paper_canary set state = :to, due_at = :due where id = :id and state = :from")
                        .bind("to", to)
                        .bind("due", dueAt)
                        .bind("id", canary.id())
                        .bind("from", canary.state())
                        .execute()
                == 1;
    }

    void forget(Transaction tx, Instant before, Instant after) {
        tx.handle()
                .createUpdate("delete from paper_canary where ordered_at < :before or ordered_at > :after")
                .bind("before", before)
                .bind("after", after)
                .execute();
    }
}
