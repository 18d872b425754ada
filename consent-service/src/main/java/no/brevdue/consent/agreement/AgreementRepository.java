package no.brevdue.consent.agreement;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AgreementRepository {

    /** The newest first. */
    List<ProcessorAgreement> of(Transaction tx, String controller) {
        return tx.handle()
                .createQuery("""
                        select controller, version, text, sha256, since from processor_agreement
                        where controller = :controller order by version desc""")
                .bind("controller", controller)
                .map(RecordMapper.of(ProcessorAgreement.class))
                .list();
    }

    /** Until the transaction ends nobody else stores an agreement with this controller. */
    void lock(Transaction tx, String controller) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:controller, 3))")
                .bind("controller", controller)
                .mapTo(String.class)
                .list();
    }

    /** Under the lock. */
    ProcessorAgreement add(Transaction tx, String controller, String text, Instant now) {
        return tx.handle()
                .createQuery("""
                        insert into processor_agreement (controller, version, text, sha256, since)
                        values (:controller, 1 + (select coalesce(max(version), 0) from processor_agreement
                            where controller = :controller),
                            :text, encode(sha256(convert_to(:text, 'UTF8')), 'hex'), :now)
                        returning controller, version, text, sha256, since""")
                .bind("controller", controller)
                .bind("text", text)
                .bind("now", now)
                .map(RecordMapper.of(ProcessorAgreement.class))
                .one();
    }
}
