package no.brevdue.platform.outbox;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class OutboxRepository {

    /**
     * Unpublished rows of the shards, oldest first. {@code floor} skips what vacuum has not cleaned yet; it is an
     * optimisation and never the truth, since ids commit out of order.
     */
    List<OutboxRow> waiting(Transaction tx, Collection<Integer> shards, long floor, int limit) {
        return tx.handle()
                .createQuery("""
                        select id, shard, event_id, topic, key, type, payload, stream, position, trace, at
                        from outbox where id > :floor and shard = any(:shards) order by id limit :limit""")
                .bind("floor", floor)
                .bindArray("shards", Integer.class, shards)
                .bind("limit", limit)
                .map(RecordMapper.of(OutboxRow.class))
                .list();
    }

    /**
     * Gives each unnumbered row of a stream its dense position, in one statement, as far as the shards are still the lease's.
     * The row locks make a second owner wait, and then find nothing left to number.
     */
    Map<Long, Long> number(Transaction tx, Collection<Long> ids, Lease lease) {
        Map<Long, Long> positions = new HashMap<>();
        tx.handle()
                .createQuery("""
                        with unnumbered as (
                            select o.id, o.stream from outbox o join outbox_lease l using (shard)
                            join unnest(:shards, :epochs) as mine (shard, epoch) using (shard, epoch)
                            where l.owner = :owner
                                and o.id = any(:ids) and o.stream is not null and o.position is null
                            order by o.id for update of o),
                        advanced as (
                            insert into outbox_stream (stream, position)
                            select stream, count(*) from unnumbered group by stream order by stream
                            on conflict (stream) do update set position = outbox_stream.position + excluded.position
                            returning stream, position),
                        numbered as (
                            select u.id, a.position - count(*) over (partition by u.stream)
                                + row_number() over (partition by u.stream order by u.id) as position
                            from unnumbered u join advanced a using (stream))
                        update outbox o set position = n.position from numbered n where o.id = n.id
                        returning o.id, o.position""")
                .bindArray("ids", Long.class, ids)
                .bindArray("shards", Integer.class, lease.shards())
                .bindArray("epochs", Long.class, lease.epochsOfShards())
                .bind("owner", lease.owner())
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("position")))
                .forEach(numbered -> positions.put(numbered.getKey(), numbered.getValue()));
        return positions;
    }

    /**
     * Removes what Kafka has acknowledged, whoever owns the shards by now: otherwise two replicas to which Kafka answers more
     * slowly than a lease lasts would send the same rows in turn for ever.
     *
     * @return how many rows are gone
     */
    int remove(Transaction tx, Collection<Long> ids) {
        return tx.handle()
                .createUpdate("delete from outbox where id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .execute();
    }

    Backlog backlog(Transaction tx) {
        return tx.handle().createQuery("""
                        select count(*) as depth,
                               coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::double precision as age_seconds
                        from outbox""").map(RecordMapper.of(Backlog.class)).one();
    }

    /** Counts no further than it must. */
    boolean holdsMoreThan(Transaction tx, int rows) {
        return tx.handle()
                .createQuery("select exists (select from outbox offset :rows)")
                .bind("rows", rows)
                .mapTo(Boolean.class)
                .one();
    }

    /** How much waits to be published, and for how long the oldest has waited. */
    record Backlog(long depth, double ageSeconds) {}
}
