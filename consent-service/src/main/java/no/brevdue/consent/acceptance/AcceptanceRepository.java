package no.brevdue.consent.acceptance;

import no.brevdue.consent.person.Subject;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AcceptanceRepository {

    private static final String COLUMNS =
            "alias, terms_id, terms_version, sha256, language, accepted_at, acr, auth_time, represented, fact_version";

    Acceptance add(
            Transaction tx,
            Subject subject,
            Instant loggedIn,
            TermsVersion terms,
            String language,
            long number,
            Instant at) {
        return tx.handle()
                .createQuery("""
                        insert into acceptance (alias, terms_id, terms_version, sha256, language, accepted_at, acr,
                            auth_time, represented, accepted_by, fact_version)
                        values (:alias, :terms_id, :terms_version, :sha256, :language, :accepted_at, :acr,
                            :auth_time, :represented, :accepted_by, :number)
                        returning\s""" + COLUMNS)
                .bind("alias", subject.alias())
                .bind("terms_id", terms.termsId())
                .bind("terms_version", terms.version())
                .bind("sha256", terms.sha256())
                .bind("language", language)
                .bind("accepted_at", at)
                .bind("acr", subject.actor().acr())
                .bind("auth_time", loggedIn)
                .bind("represented", subject.represented())
                .bind("accepted_by", subject.representative())
                .bind("number", number)
                .map(RecordMapper.of(Acceptance.class))
                .one();
    }

    /** Everything the person accepted, newest first. */
    List<Acceptance> of(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from acceptance where alias = any(:aliases) order by accepted_at desc, terms_version desc")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Acceptance.class))
                .list();
    }

    List<Acceptance> latest(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("select distinct on (alias) " + COLUMNS
                        + " from acceptance where alias = any(:aliases) order by alias, fact_version desc")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Acceptance.class))
                .list();
    }
}
