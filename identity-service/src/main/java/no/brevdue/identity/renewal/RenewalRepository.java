package no.brevdue.identity.renewal;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RenewalRepository {

    /** A renewal that goes on after this person. */
    record Run(UUID id, String lastKey) {}

    void start(Transaction tx, UUID id) {
        tx.handle()
                .createUpdate("insert into alias_renewal (id) values (:id)")
                .bind("id", id)
                .execute();
    }

    /** The oldest that is not done, ours until the transaction ends. */
    Optional<Run> next(Transaction tx) {
        return tx.handle().createQuery("""
                        select id, last_key from alias_renewal where done_at is null
                        order by started_at limit 1 for update skip locked""").map(RecordMapper.of(Run.class)).findOne();
    }

    void advance(Transaction tx, Run run, String lastKey, int persons, int renewed) {
        tx.handle()
                .createUpdate("""
                        update alias_renewal set last_key = :lastKey, persons = persons + :persons,
                            renewed = renewed + :renewed where id = :id""")
                .bind("id", run.id())
                .bind("lastKey", lastKey)
                .bind("persons", persons)
                .bind("renewed", renewed)
                .execute();
    }

    void done(Transaction tx, Run run) {
        tx.handle()
                .createUpdate("update alias_renewal set done_at = clock_timestamp() where id = :id")
                .bind("id", run.id())
                .execute();
    }

    Optional<RenewalProgress> progress(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select persons, renewed, done_at is not null as done from alias_renewal where id = :id")
                .bind("id", id)
                .map(RecordMapper.of(RenewalProgress.class))
                .findOne();
    }
}
