package no.brevdue.consent.terms;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.Query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TermsRepository {

    private static final String VERSIONS = "select terms_id, version, effective_at, sha256, change from terms_version ";

    /** Until the transaction ends nobody else announces a version of this document. */
    void lock(Transaction tx, String document) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:document, 2))")
                .bind("document", document)
                .mapTo(String.class)
                .list();
    }

    /** True for whoever stores the version first, false for everybody after. */
    boolean add(Transaction tx, TermsVersion version) {
        return tx.handle()
                        .createUpdate("""
                                insert into terms_version (terms_id, version, effective_at, sha256, change)
                                values (:terms_id, :version, :effective_at, :sha256, :change)
                                on conflict do nothing""")
                        .bind("terms_id", version.termsId())
                        .bind("version", version.version())
                        .bind("effective_at", version.effectiveAt())
                        .bind("sha256", version.sha256())
                        .bind("change", version.change())
                        .execute()
                == 1;
    }

    void add(Transaction tx, TermsText text) {
        tx.handle()
                .createUpdate("""
                        insert into terms_text (terms_id, version, language, text)
                        values (:terms_id, :version, :language, :text)""")
                .bind("terms_id", text.version().termsId())
                .bind("version", text.version().version())
                .bind("language", text.language())
                .bind("text", text.text())
                .execute();
    }

    Optional<TermsVersion> effective(Transaction tx, String termsId, Instant at) {
        Query query = tx.handle()
                .createQuery(
                        VERSIONS + "where terms_id = :terms_id and effective_at <= :at order by version desc limit 1")
                .bind("terms_id", termsId)
                .bind("at", at);
        return query.map(RecordMapper.of(TermsVersion.class)).findOne();
    }

    Optional<TermsVersion> version(Transaction tx, String termsId, long version) {
        Query query = tx.handle()
                .createQuery(VERSIONS + "where terms_id = :terms_id and version = :version")
                .bind("terms_id", termsId)
                .bind("version", version);
        return query.map(RecordMapper.of(TermsVersion.class)).findOne();
    }

    /** The versions of a document, oldest first, those that are announced and do not apply yet included. */
    List<TermsVersion> of(Transaction tx, String document) {
        return tx.handle()
                .createQuery(VERSIONS + "where terms_id = :terms_id order by version")
                .bind("terms_id", document)
                .map(RecordMapper.of(TermsVersion.class))
                .list();
    }

    /** Every version of the next terms, by their ids; of one id all versions. */
    List<TermsVersion> after(Transaction tx, String termsId, int limit) {
        return tx.handle()
                .createQuery(VERSIONS + """
                        where terms_id in (
                            select distinct terms_id from terms_version
                            where terms_id > :terms_id order by terms_id limit :limit)
                        order by terms_id, version""")
                .bind("terms_id", termsId)
                .bind("limit", limit)
                .map(RecordMapper.of(TermsVersion.class))
                .list();
    }

    TermsText text(Transaction tx, TermsVersion version, String language) {
        String text = tx.handle()
                .createQuery("""
                        select text from terms_text
                        where terms_id = :terms_id and version = :version and language = :language""")
                .bind("terms_id", version.termsId())
                .bind("version", version.version())
                .bind("language", language)
                .mapTo(String.class)
                .one();
        return new TermsText(version, language, text);
    }
}
