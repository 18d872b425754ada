package no.brevdue.consent.research;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ResearchContactRepository {

    /** Of what the row policy shows the caller; where nothing was said they may be contacted. */
    ResearchContact latest(Transaction tx) {
        return tx.handle()
                .createQuery("""
                        select allowed as may_be_contacted, decided_at from research_contact
                        order by decided_at desc limit 1""")
                .map(RecordMapper.of(ResearchContact.class))
                .findOne()
                .orElse(new ResearchContact(true, null));
    }

    /** Two words within one instant are one too many; the second stands a moment later. */
    void add(Transaction tx, UUID alias, boolean allowed, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into research_contact (alias, allowed, decided_at)
                        values (:alias, :allowed, greatest(:now, (
                            select max(decided_at) + interval '1 microsecond' from research_contact
                            where alias = :alias)))""")
                .bind("alias", alias)
                .bind("allowed", allowed)
                .bind("now", now)
                .execute();
    }
}
