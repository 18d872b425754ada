package no.brevdue.consent.research;

import no.brevdue.consent.person.Subject;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ResearchContactRepository {

    /** Where nothing was said they may be contacted. */
    ResearchContact latest(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select allowed as may_be_contacted, decided_at from research_contact
                        where alias = any(:aliases) order by decided_at desc limit 1""")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(ResearchContact.class))
                .findOne()
                .orElse(new ResearchContact(true, null));
    }

    /** Two words within one instant are one too many; the second stands a moment later. */
    void add(Transaction tx, Subject subject, boolean allowed, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into research_contact (alias, allowed, decided_by, decided_at)
                        values (:alias, :allowed, :decided_by, greatest(:now, (
                            select max(decided_at) + interval '1 microsecond' from research_contact
                            where alias = :alias)))""")
                .bind("alias", subject.alias())
                .bind("decided_by", subject.representative())
                .bind("allowed", allowed)
                .bind("now", now)
                .execute();
    }
}
