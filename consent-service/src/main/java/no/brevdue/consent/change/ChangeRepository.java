package no.brevdue.consent.change;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ChangeRepository {

    private static final String CONSENT = "consent-";

    /** Of somebody's aliases that rely on the document the first one alone is told. */
    private static final String WHO_ACCEPTED = """
            select distinct alias from acceptance reader
            where alias > :after and not exists (
                select from alias_link mine join alias_link other using (person_id)
                join acceptance earlier on earlier.alias = other.alias
                where mine.alias = reader.alias and other.alias < reader.alias)
            order by alias limit :limit""";

    private static final String WHO_CONSENTED = """
            select distinct alias from consent reader
            where alias > :after and purpose = :purpose and state = 'GRANTED' and not exists (
                select from alias_link mine join alias_link other using (person_id)
                join consent earlier on earlier.alias = other.alias
                where mine.alias = reader.alias and other.alias < reader.alias
                    and earlier.purpose = :purpose and earlier.state = 'GRANTED')
            order by alias limit :limit""";

    void begin(Transaction tx, String termsId, long version) {
        tx.handle()
                .createUpdate("insert into change_round (terms_id, version) values (:terms_id, :version)")
                .bind("terms_id", termsId)
                .bind("version", version)
                .execute();
    }

    /** A round that no other replica has in hand. */
    Optional<ChangeRound> next(Transaction tx) {
        return tx.handle()
                .createQuery("""
                        select terms_id, version, last_alias from change_round
                        order by terms_id, version limit 1 for update skip locked""")
                .map(RecordMapper.of(ChangeRound.class))
                .findOne();
    }

    /** The next people who rely on the document. */
    List<UUID> readers(Transaction tx, ChangeRound round, int limit) {
        boolean consent = round.termsId().startsWith(CONSENT);
        var query = tx.handle()
                .createQuery(consent ? WHO_CONSENTED : WHO_ACCEPTED)
                .bind("after", round.lastAlias())
                .bind("limit", limit);
        return (consent ? query.bind("purpose", round.termsId().substring(CONSENT.length())) : query)
                .mapTo(UUID.class)
                .list();
    }

    void advance(Transaction tx, ChangeRound round, UUID alias) {
        tx.handle()
                .createUpdate("""
                        update change_round set last_alias = :alias
                        where terms_id = :terms_id and version = :version""")
                .bind("alias", alias)
                .bind("terms_id", round.termsId())
                .bind("version", round.version())
                .execute();
    }

    void told(Transaction tx, ChangeRound round) {
        tx.handle()
                .createUpdate("delete from change_round where terms_id = :terms_id and version = :version")
                .bind("terms_id", round.termsId())
                .bind("version", round.version())
                .execute();
    }
}
