package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TermsRepository {

    void published(Transaction tx, TermsPublished fact) {
        tx.handle()
                .createUpdate("""
                        insert into terms (terms_id, version, effective_at, change)
                        values (:terms, :version, :effective, :change)
                        on conflict (terms_id, version) do nothing""")
                .bind("terms", fact.termsId())
                .bind("version", fact.version())
                .bind("effective", fact.effectiveAt())
                .bind("change", fact.change() == null ? TermsChange.MATERIAL : fact.change())
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

    Set<UUID> everAccepted(Transaction tx, String termsId, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select mine.alias from unnest(:aliases) as mine(alias)
                        where exists (
                            select from terms_acceptance a
                            where a.terms_id = :terms and (a.alias = mine.alias or a.alias in (
                                select other.alias from alias_link own join alias_link other using (person_id)
                                where own.alias = mine.alias)))""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("terms", termsId)
                .mapTo(UUID.class)
                .set();
    }

    /**
     * Whether what one of the aliases has accepted still binds: nothing that matters came after it, or something that takes
     * rights away, which binds only by explicit consent. While no terms are known, nobody has accepted any.
     */
    boolean isAccepted(Transaction tx, String termsId, Collection<UUID> aliases, Instant now) {
        return tx.handle()
                .createQuery("""
                        with in_force as (
                            select version, change from terms where terms_id = :terms and effective_at <= :now)
                        select exists (
                            select from (
                                select max(terms_version) as terms_version from terms_acceptance
                                where alias = any(:aliases) and terms_id = :terms) a
                            where a.terms_version >= (select min(version) from in_force)
                                and (not exists (select from in_force t
                                        where t.version > a.terms_version and t.change = 'MATERIAL')
                                    or exists (select from in_force t
                                        where t.version > a.terms_version and t.change = 'REDUCING')))""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("terms", termsId)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }
}
