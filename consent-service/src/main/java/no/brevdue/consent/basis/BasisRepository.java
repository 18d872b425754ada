package no.brevdue.consent.basis;

import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class BasisRepository {

    private static final String IN_FORCE = """
            select distinct on (controller, purpose) controller, version, purpose, basis, provision, since
            from legal_basis
            """;

    /** Until the transaction ends nobody else declares anything for this controller. */
    void lock(Transaction tx, String controller) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:controller, 1))")
                .bind("controller", controller)
                .mapTo(String.class)
                .list();
    }

    Declaration add(
            Transaction tx, String controller, String purpose, LegalBasis basis, String provision, Instant now) {
        return tx.handle()
                .createQuery("""
                        insert into legal_basis (controller, version, purpose, basis, provision, since)
                        values (:controller, 1 + (select coalesce(max(version), 0) from legal_basis
                            where controller = :controller), :purpose, :basis, :provision, :now)
                        returning controller, version, purpose, basis, provision, since""")
                .bind("controller", controller)
                .bind("purpose", purpose)
                .bind("basis", basis)
                .bind("provision", provision)
                .bind("now", now)
                .map(RecordMapper.of(Declaration.class))
                .one();
    }

    /** What is in force now, by purpose. */
    List<Declaration> inForce(Transaction tx, String controller) {
        return tx.handle()
                .createQuery(IN_FORCE + "where controller = :controller order by controller, purpose, version desc")
                .bind("controller", controller)
                .map(RecordMapper.of(Declaration.class))
                .list();
    }

    List<String> controllersAfter(Transaction tx, String key, int limit) {
        return tx.handle()
                .createQuery("""
                        select distinct controller from legal_basis where controller > :key
                        order by controller limit :limit""")
                .bind("key", key)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
