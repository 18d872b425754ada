package no.brevdue.mailbox.delivery;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DeathPauseRepository {

    void add(Transaction tx, Collection<Delivery> deliveries, Instant now) {
        PreparedBatch rows = tx.handle().prepareBatch("""
                insert into death_pause (delivery_id, paused_at, due_before, reason_before)
                values (:delivery, :now, :due, :reason)""");
        deliveries.forEach(delivery -> rows.bind("delivery", delivery.id())
                .bind("now", now)
                .bind("due", Objects.requireNonNull(delivery.dueAt()))
                .bind("reason", delivery.reason())
                .add());
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    /** Ended by this: they are no pauses any longer. */
    Map<UUID, DeathPause> take(Transaction tx, Collection<Delivery> deliveries) {
        List<UUID> ids = deliveries.stream().map(Delivery::id).toList();
        return tx
                .handle()
                .createQuery("""
                        delete from death_pause where delivery_id = any(:ids)
                        returning delivery_id, paused_at, due_before, reason_before""")
                .bindArray("ids", UUID.class, ids)
                .map(RecordMapper.of(DeathPause.class))
                .stream()
                .collect(Collectors.toMap(DeathPause::deliveryId, Function.identity()));
    }
}
