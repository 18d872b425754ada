package no.brevdue.identity.stepup;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StepUpRepository {

    void add(Transaction tx, StepUpRow stepUp, byte[] stateHash, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        insert into step_up (id, alias, operation, state_hash, nonce, verifier, requested_at, expires_at)
                        values (:id, :alias, :operation, :stateHash, :nonce, :verifier, :requestedAt, :expiresAt)""")
                .bind("id", stepUp.id())
                .bind("alias", stepUp.alias())
                .bind("operation", stepUp.operation())
                .bind("nonce", stepUp.nonce())
                .bind("verifier", stepUp.verifier())
                .bind("requestedAt", stepUp.requestedAt())
                .bind("stateHash", stateHash)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /** Those that were begun and may still be ended. */
    int begun(Transaction tx, UUID alias, Instant now) {
        return tx.handle()
                .createQuery("select count(*) from step_up where alias = :alias and expires_at > :now")
                .bind("alias", alias)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** ID-porten answers once: whoever brings the same state again finds nothing. */
    Optional<StepUpRow> takeAnswer(Transaction tx, byte[] stateHash, Instant now) {
        return tx.handle()
                .createQuery("""
                        update step_up set answered_at = :now
                        where state_hash = :stateHash and answered_at is null and expires_at > :now
                        returning id, alias, operation, nonce, verifier, requested_at""")
                .bind("stateHash", stateHash)
                .bind("now", now)
                .map(RecordMapper.of(StepUpRow.class))
                .findOne();
    }

    void confirm(Transaction tx, UUID id, byte[] handleHash, Instant until) {
        tx.handle()
                .createUpdate("update step_up set handle_hash = :handleHash, expires_at = :until where id = :id")
                .bind("id", id)
                .bind("handleHash", handleHash)
                .bind("until", until)
                .execute();
    }

    void remove(Transaction tx, UUID id) {
        tx.handle()
                .createUpdate("delete from step_up where id = :id")
                .bind("id", id)
                .execute();
    }

    /** True for the first who uses it, within its time. */
    boolean use(Transaction tx, byte[] handleHash, UUID alias, Operation operation, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                delete from step_up
                                where handle_hash = :handleHash and alias = :alias and operation = :operation
                                and expires_at > :now""")
                        .bind("handleHash", handleHash)
                        .bind("alias", alias)
                        .bind("operation", operation)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    void removeExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("delete from step_up where expires_at <= :now")
                .bind("now", now)
                .execute();
    }
}
