package no.brevdue.platform.outbox;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RepublishRepository {

    void start(Transaction tx, UUID run, Collection<String> sources) {
        PreparedBatch batch = tx.handle().prepareBatch("insert into republish (run, source) values (:run, :source)");
        sources.forEach(source -> batch.bind("run", run).bind("source", source).add());
        batch.execute();
    }

    Optional<RepublishProgress> progress(Transaction tx, UUID run) {
        return tx.handle()
                .createQuery("""
                        select sum(published)::bigint as published, bool_and(done_at is not null) as done
                        from republish where run = :run having count(*) > 0""")
                .bind("run", run)
                .map(RecordMapper.of(RepublishProgress.class))
                .findOne();
    }

    /** The oldest unfinished work that no other replica has in hand. */
    Optional<Step> next(Transaction tx, Collection<String> sources) {
        return tx.handle()
                .createQuery("""
                        select run, source, last_key from republish
                        where done_at is null and source = any(:sources)
                        order by started_at, source limit 1 for update skip locked""")
                .bindArray("sources", String.class, sources)
                .map(RecordMapper.of(Step.class))
                .findOne();
    }

    void advance(Transaction tx, Step step, String lastKey, int published) {
        tx.handle()
                .createUpdate("""
                        update republish set last_key = :last_key, published = published + :published
                        where run = :run and source = :source""")
                .bind("last_key", lastKey)
                .bind("published", published)
                .bind("run", step.run())
                .bind("source", step.source())
                .execute();
    }

    void done(Transaction tx, Step step) {
        tx.handle()
                .createUpdate("update republish set done_at = clock_timestamp() where run = :run and source = :source")
                .bind("run", step.run())
                .bind("source", step.source())
                .execute();
    }

    /** Where a run stands with one kind of aggregate. */
    record Step(UUID run, String source, String lastKey) {}
}
