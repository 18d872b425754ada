package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TermsRepository {

    void published(Transaction tx, TermsPublished fact) {
        tx.handle()
                .createUpdate("""
                        insert into terms (terms_id, version, effective_at) values (:terms, :version, :effective)
                        on conflict (terms_id, version) do nothing""")
                .bind("terms", fact.termsId())
                .bind("version", fact.version())
                .bind("effective", fact.effectiveAt())
                .execute();
    }

    /** A replay of an older acceptance changes nothing. */
    void accepted(Transaction tx, TermsAccepted fact) {
        tx.handle()
                .createUpdate("""
                        insert into terms_acceptance (alias, version, terms_id, terms_version)
                        values (:alias, :version, :terms, :terms_version)
                        on conflict (alias) do update set version = excluded.version, terms_id = excluded.terms_id,
                            terms_version = excluded.terms_version
                        where terms_acceptance.version < excluded.version""")
                .bind("alias", fact.alias())
                .bind("version", fact.version())
                .bind("terms", fact.termsId())
                .bind("terms_version", fact.termsVersion())
                .execute();
    }

    /** What was said again stands, unless a later acceptance does. */
    void restated(Transaction tx, PersonDecisionsRestated fact) {
        if (fact.termsId() == null) {
            return;
        }
        tx.handle()
                .createUpdate("""
                        insert into terms_acceptance (alias, version, terms_id, terms_version)
                        values (:alias, :version, :terms, :terms_version)
                        on conflict (alias) do update set version = excluded.version, terms_id = excluded.terms_id,
                            terms_version = excluded.terms_version
                        where terms_acceptance.version <= excluded.version""")
                .bind("alias", fact.alias())
                .bind("version", fact.version())
                .bind("terms", fact.termsId())
                .bind("terms_version", fact.termsVersion())
                .execute();
    }

    /** Whether one of the aliases has accepted the version in force. While no terms are known, nobody has. */
    boolean isAccepted(Transaction tx, String termsId, Collection<UUID> aliases, Instant now) {
        return tx.handle()
                .createQuery("""
                        select exists (
                            select from terms_acceptance a
                            where a.alias = any(:aliases) and a.terms_id = :terms and a.terms_version >= (
                                select max(t.version) from terms t
                                where t.terms_id = :terms and t.effective_at <= :now))""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("terms", termsId)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }
}
