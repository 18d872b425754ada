package no.brevdue.consent.acceptance;

import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AcceptanceRepository {

    /** Until the transaction ends this alias accepts nothing else, so that its facts are numbered in order. */
    void lock(Transaction tx, UUID alias) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:alias, 0))")
                .bind("alias", alias.toString())
                .mapTo(String.class)
                .list();
    }

    Acceptance add(Transaction tx, Caller.Citizen citizen, TermsVersion terms, Instant at) {
        return tx.handle()
                .createQuery("""
                        insert into acceptance (alias, terms_id, terms_version, sha256, accepted_at, acr, fact_version)
                        values (:alias, :terms_id, :terms_version, :sha256, :accepted_at, :acr,
                            1 + (select count(*) from acceptance where alias = :alias))
                        returning alias, terms_id, terms_version, sha256, accepted_at, acr, fact_version""")
                .bind("alias", citizen.alias())
                .bind("terms_id", terms.termsId())
                .bind("terms_version", terms.version())
                .bind("sha256", terms.sha256())
                .bind("accepted_at", at)
                .bind("acr", citizen.acr())
                .map(RecordMapper.of(Acceptance.class))
                .one();
    }

    /** What the row policy lets the caller see: everything that person accepted under any alias, newest first. */
    List<Acceptance> ofCaller(Transaction tx) {
        return tx.handle()
                .createQuery("""
                        select alias, terms_id, terms_version, sha256, accepted_at, acr, fact_version
                        from acceptance order by accepted_at desc, terms_version desc""")
                .map(RecordMapper.of(Acceptance.class))
                .list();
    }

    /** The next aliases that have accepted anything, in order; from the first if {@code key} is empty. */
    List<UUID> aliasesAfter(Transaction tx, String key, int limit) {
        return tx.handle()
                .createQuery("""
                        select distinct alias from acceptance
                        where :key = '' or alias > nullif(:key, '')::uuid order by alias limit :limit""")
                .bind("key", key)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    List<Acceptance> latest(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select distinct on (alias)
                            alias, terms_id, terms_version, sha256, accepted_at, acr, fact_version
                        from acceptance where alias = any(:aliases) order by alias, fact_version desc""")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Acceptance.class))
                .list();
    }
}
