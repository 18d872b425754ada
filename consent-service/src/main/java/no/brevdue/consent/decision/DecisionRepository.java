package no.brevdue.consent.decision;

import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Shard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecisionRepository {

    void lock(Transaction tx, UUID alias) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:alias, 0))")
                .bind("alias", alias.toString())
                .mapTo(String.class)
                .list();
    }

    /** Counts on from the acceptances of the time when nothing else was decided here. */
    long next(Transaction tx, UUID alias, Instant now) {
        lock(tx, alias);
        return tx.handle()
                .createQuery("""
                        insert into decision_head (alias, version, shard, decided_at)
                        values (:alias, 1 + (select count(*) from acceptance where alias = :alias), :shard, :now)
                        on conflict (alias) do update set version = decision_head.version + 1, decided_at = :now
                        returning version""")
                .bind("alias", alias)
                .bind("shard", Shard.of(alias.toString()))
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    List<Effect> effects(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("""
                        select alias, reader, version, applied_at from decision_effect
                        where alias = :alias order by reader""")
                .bind("alias", alias)
                .map(RecordMapper.of(Effect.class))
                .list();
    }

    List<ReaderProgress> progress(Transaction tx, Collection<String> readers) {
        return tx.handle()
                .createQuery("""
                        select r.reader, count(h.alias) as people,
                            count(h.alias) filter (where e.version is null or e.version < h.version) as behind,
                            min(h.decided_at) filter (where e.version is null or e.version < h.version) as oldest
                        from unnest(:readers) as r(reader)
                        left join decision_head h on true
                        left join decision_effect e on e.alias = h.alias and e.reader = r.reader
                        group by r.reader order by r.reader""")
                .bindArray("readers", String.class, readers)
                .map(RecordMapper.of(ReaderProgress.class))
                .list();
    }

    /** A late word of a reader takes nothing back. */
    void applied(Transaction tx, UUID alias, String reader, long version, Instant at) {
        tx.handle()
                .createUpdate("""
                        insert into decision_effect (alias, reader, version, applied_at)
                        values (:alias, :reader, :version, :at)
                        on conflict (alias, reader)
                        do update set version = excluded.version, applied_at = excluded.applied_at
                        where decision_effect.version < excluded.version""")
                .bind("alias", alias)
                .bind("reader", reader)
                .bind("version", version)
                .bind("at", at)
                .execute();
    }

    /** The next aliases in order, locked; from the first if {@code key} is empty. */
    List<Head> after(Transaction tx, String key, int limit) {
        return heads(
                tx,
                tx.handle()
                        .createQuery("""
                        select alias from decision_head
                        where :key = '' or alias > nullif(:key, '')::uuid order by alias limit :limit""")
                        .bind("key", key)
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /** The next aliases of a partition, locked. */
    List<Head> ofShard(Transaction tx, int shard, UUID after, int limit) {
        return heads(
                tx,
                tx.handle()
                        .createQuery("""
                        select alias from decision_head
                        where shard = :shard and alias > :after order by alias limit :limit""")
                        .bind("shard", shard)
                        .bind("after", after)
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /** One count for each partition, those where nobody has decided anything included. */
    List<DecisionsCounted> counts(Transaction tx) {
        return tx.handle()
                .createQuery("""
                        select shard, count(alias) as people, coalesce(sum(version), 0) as versions
                        from generate_series(0, :last) as shard left join decision_head using (shard)
                        group by shard order by shard""")
                .bind("last", Topic.PARTITIONS - 1)
                .map((row, context) ->
                        new DecisionsCounted(row.getInt("shard"), 1, row.getLong("people"), row.getLong("versions")))
                .list();
    }

    private List<Head> heads(Transaction tx, List<UUID> aliases) {
        aliases.forEach(alias -> lock(tx, alias));
        return tx.handle()
                .createQuery("select alias, version from decision_head where alias = any(:aliases) order by alias")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Head.class))
                .list();
    }
}
