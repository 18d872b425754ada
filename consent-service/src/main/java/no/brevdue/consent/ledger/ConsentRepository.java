package no.brevdue.consent.ledger;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ConsentRepository {

    private static final String CONSENTS = """
            select consent_id, alias, controller, purpose, state, version, decided_version, decided_at, expires_at
            from consent
            """;

    private static final String SAVE = """
            insert into consent (consent_id, alias, controller, purpose, state, version, decided_version, decided_at,
                expires_at)
            values (:consentId, :alias, :controller, :purpose, :state, :version, :decidedVersion, :decidedAt, :expiresAt)
            on conflict (consent_id) do update set state = excluded.state, version = excluded.version,
                decided_version = excluded.decided_version, decided_at = excluded.decided_at,
                expires_at = excluded.expires_at""";

    private static final String APPEND = """
            insert into consent_event (event_id, schema_version, consent_id, version, alias, decided_version, event_type,
                event_state, event_time, expires_at, entity, acr, auth_time, represented, controller, purpose,
                lawful_basis, recipients, processing_locations, privacy_rights, notice_id, notice_version, notice_sha256, language, collection_method, pii_categories,
                processing_method, storage_location, jurisdiction, retention, withdrawal_method)
            values (:eventId, :schemaVersion, :consentId, :version, :alias, :decidedVersion, :eventType,
                :eventState, :eventTime, :expiresAt, :entity, :acr, :authTime, :represented, :controller, :purpose,
                :lawfulBasis, :recipients, :processingLocations, :privacyRights, :noticeId, :noticeVersion, :noticeSha256, :language, :collectionMethod, :piiCategories,
                :processingMethod, :storageLocation, :jurisdiction, :retention, :withdrawalMethod)""";

    void save(Transaction tx, Consent consent) {
        tx.handle().createUpdate(SAVE).bindMethods(consent).execute();
    }

    void append(Transaction tx, LedgerEntry entry) {
        tx.handle().createUpdate(APPEND).bindMethods(entry).execute();
    }

    /** The latest decision first. */
    List<Consent> latest(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery(CONSENTS + "where alias = any(:aliases) order by decided_at desc, consent_id")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Consent.class))
                .list();
    }

    List<Consent> about(Transaction tx, Collection<UUID> aliases, String controller, String purpose) {
        return tx.handle()
                .createQuery(CONSENTS + """
                        where alias = any(:aliases) and controller = :controller and purpose = :purpose
                        order by alias""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("controller", controller)
                .bind("purpose", purpose)
                .map(RecordMapper.of(Consent.class))
                .list();
    }

    Optional<Consent> byId(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery(CONSENTS + "where consent_id = :id")
                .bind("id", id)
                .map(RecordMapper.of(Consent.class))
                .findOne();
    }

    List<Consent> ofAliases(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery(CONSENTS + "where alias = any(:aliases) order by controller, purpose")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Consent.class))
                .list();
    }

    List<LedgerEntry> ledger(Transaction tx, UUID consentId) {
        return tx.handle()
                .createQuery("""
                        select event_id, schema_version, consent_id, version, alias, decided_version, event_type,
                            event_state, event_time, expires_at, entity, acr, auth_time, represented, controller,
                            purpose, lawful_basis, recipients, processing_locations, privacy_rights, notice_id, notice_version, notice_sha256, language,
                            collection_method, pii_categories, processing_method, storage_location, jurisdiction,
                            retention, withdrawal_method
                        from consent_event where consent_id = :id order by version""")
                .bind("id", consentId)
                .map(RecordMapper.of(LedgerEntry.class))
                .list();
    }

    /** The version that was shown when the person last consented, zero if they never did. */
    long noticeOf(Transaction tx, UUID consentId) {
        return tx.handle()
                .createQuery("""
                        select notice_version from consent_event
                        where consent_id = :id and event_type in ('GRANTED', 'RENEWED') order by version desc limit 1""")
                .bind("id", consentId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    List<Noticed> noticed(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select controller, purpose, min(shown) as notice_version
                        from consent c cross join lateral (
                            select e.notice_version as shown from consent_event e
                            where e.consent_id = c.consent_id and e.event_type in ('GRANTED', 'RENEWED')
                            order by e.version desc limit 1) latest
                        where alias = any(:aliases)
                        group by controller, purpose having bool_and(state = 'GRANTED') order by controller, purpose""")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Noticed.class))
                .list();
    }

    List<Consent> expired(Transaction tx, Instant now, int limit) {
        return tx.handle()
                .createQuery(CONSENTS + "where expires_at <= :now order by expires_at, consent_id limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map(RecordMapper.of(Consent.class))
                .list();
    }

    void ask(Transaction tx, UUID deliveryId, UUID alias, String controller, String purpose, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into consent_request (delivery_id, alias, controller, purpose, asked_at)
                        values (:delivery, :alias, :controller, :purpose, :now) on conflict do nothing""")
                .bind("delivery", deliveryId)
                .bind("alias", alias)
                .bind("controller", controller)
                .bind("purpose", purpose)
                .bind("now", now)
                .execute();
    }

    void waitsNoLonger(Transaction tx, UUID deliveryId) {
        tx.handle()
                .createUpdate("delete from consent_request where delivery_id = :delivery")
                .bind("delivery", deliveryId)
                .execute();
    }

    void answered(Transaction tx, Collection<UUID> aliases, String controller, String purpose) {
        tx.handle()
                .createUpdate("""
                        delete from consent_request
                        where alias = any(:aliases) and controller = :controller and purpose = :purpose""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("controller", controller)
                .bind("purpose", purpose)
                .execute();
    }

    /** Who waits for an answer, the one that has waited longest first. */
    List<Question> asked(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select controller, purpose, min(asked_at) as asked_at from consent_request
                        where alias = any(:aliases)
                        group by controller, purpose order by min(asked_at), controller""")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Question.class))
                .list();
    }
}
