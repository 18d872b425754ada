package no.brevdue.mailbox.print;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PrintRepository {

    void order(Transaction tx, UUID delivery, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into print_order (delivery_id, id, state, created_at, due_at)
                        values (:delivery, :id, 'WAITING', :now, :now) on conflict do nothing""")
                .bind("delivery", delivery)
                .bind("id", UUID.randomUUID())
                .bind("now", now)
                .execute();
    }

    /** False if there is no order of which nothing has left. */
    boolean renew(Transaction tx, UUID delivery, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                update print_order set state = 'WAITING', setbacks = 0, due_at = :now
                                where delivery_id = :delivery and state in ('WAITING', 'NOT_NEEDED')""")
                        .bind("delivery", delivery)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Takes what is due; whoever dies with it loses it to another replica when the claim runs out. */
    List<PrintOrder> claim(Transaction tx, Instant now, Duration claim, int limit) {
        return tx.handle()
                .createQuery("""
                        update print_order set due_at = :until where delivery_id in (
                            select delivery_id from print_order where due_at <= :now
                            order by due_at limit :limit for update skip locked)
                        returning delivery_id, id, state, setbacks, times_unknown, dispatched_at""")
                .bind("now", now)
                .bind("until", now.plus(claim))
                .bind("limit", limit)
                .map(RecordMapper.of(PrintOrder.class))
                .list();
    }

    /** False if another replica has moved it on meanwhile. Trying the same again is no progress and ends no back-off. */
    boolean move(Transaction tx, PrintOrder order, PrintState to, @Nullable Instant dueAt, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                update print_order set state = :to, due_at = :due, times_unknown = 0,
                                    setbacks = case when :to = 'LEAVING' then setbacks else 0 end,
                                    dispatched_at = case when :to = 'DISPATCHED' then :now else dispatched_at end
                                where delivery_id = :delivery and state = :from""")
                        .bind("to", to)
                        .bind("due", dueAt)
                        .bind("now", now)
                        .bind("delivery", order.deliveryId())
                        .bind("from", order.state())
                        .execute()
                == 1;
    }

    /** Nothing is wrong; there is nothing to do before then. */
    void lookAgain(Transaction tx, PrintOrder order, Instant then) {
        tx.handle()
                .createUpdate("""
                        update print_order set due_at = :then, setbacks = 0, times_unknown = 0
                        where delivery_id = :delivery and state = :from""")
                .bind("then", then)
                .bind("delivery", order.deliveryId())
                .bind("from", order.state())
                .execute();
    }

    /** Orders that nobody has looked at, or that have come no further the last so many times. */
    long stuck(Transaction tx, Instant dueBefore, int setbacks) {
        return tx.handle()
                .createQuery("""
                        select count(*) from print_order
                        where due_at < :before or (due_at is not null and setbacks >= :setbacks)""")
                .bind("before", dueBefore)
                .bind("setbacks", setbacks)
                .mapTo(Long.class)
                .one();
    }

    void postpone(Transaction tx, PrintOrder order, Instant until) {
        tx.handle()
                .createUpdate("""
                        update print_order set due_at = :until, setbacks = setbacks + 1, times_unknown = 0
                        where delivery_id = :delivery and state = :from""")
                .bind("until", until)
                .bind("delivery", order.deliveryId())
                .bind("from", order.state())
                .execute();
    }

    /** The printer says that it does not know it. */
    void missed(Transaction tx, PrintOrder order, Instant until) {
        tx.handle()
                .createUpdate("""
                        update print_order set due_at = :until, setbacks = setbacks + 1, times_unknown = times_unknown + 1
                        where delivery_id = :delivery and state = :from""")
                .bind("until", until)
                .bind("delivery", order.deliveryId())
                .bind("from", order.state())
                .execute();
    }
}
