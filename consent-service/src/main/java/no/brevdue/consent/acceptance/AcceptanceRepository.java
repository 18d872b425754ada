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

    Acceptance add(
            Transaction tx, Caller.Citizen citizen, Instant loggedIn, TermsVersion terms, long number, Instant at) {
        return tx.handle()
                .createQuery("""
                        insert into acceptance (alias, terms_id, terms_version, sha256, accepted_at, acr, auth_time,
                            fact_version)
                        values (:alias, :terms_id, :terms_version, :sha256, :accepted_at, :acr,
                            :auth_time, :number)
                        returning alias, terms_id, terms_version, sha256, accepted_at, acr, auth_time, represented, fact_version""")
                .bind("alias", citizen.alias())
                .bind("terms_id", terms.termsId())
                .bind("terms_version", terms.version())
                .bind("sha256", terms.sha256())
                .bind("accepted_at", at)
                .bind("acr", citizen.acr())
                .bind("auth_time", loggedIn)
                .bind("number", number)
                .map(RecordMapper.of(Acceptance.class))
                .one();
    }

    /** What the row policy lets the caller see: everything that person accepted under any alias, newest first. */
    List<Acceptance> ofCaller(Transaction tx) {
        return tx.handle()
                .createQuery("""
                        select alias, terms_id, terms_version, sha256, accepted_at, acr, auth_time, represented, fact_version
                        from acceptance order by accepted_at desc, terms_version desc""")
                .map(RecordMapper.of(Acceptance.class))
                .list();
    }

    List<Acceptance> latest(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select distinct on (alias)
                            alias, terms_id, terms_version, sha256, accepted_at, acr, auth_time, represented, fact_version
                        from acceptance where alias = any(:aliases) order by alias, fact_version desc""")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Acceptance.class))
                .list();
    }
}
