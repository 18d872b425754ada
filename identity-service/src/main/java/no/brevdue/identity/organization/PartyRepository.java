package no.brevdue.identity.organization;

import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PartyRepository {

    private static final String FEED = "address-register";

    long lastEvent(Transaction tx) {
        return tx.handle()
                .createQuery("select next from feed_pointer where feed = :feed")
                .bind("feed", FEED)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    void advance(Transaction tx, long eventId, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into feed_pointer (feed, next, read_at) values (:feed, :event, :now)
                        on conflict (feed) do update
                            set next = greatest(feed_pointer.next, excluded.next), read_at = excluded.read_at""")
                .bind("feed", FEED)
                .bind("event", eventId)
                .bind("now", now)
                .execute();
    }

    /** Keeps the later of what is stored and what is given. */
    void save(Transaction tx, Party party) {
        tx.handle()
                .createUpdate("""
                        insert into address_party (her_id, kind, organization, parent_her_id, name, hpr_number,
                            valid_until, event_id)
                        values (:herId, :kind, :number, :parentHerId, :name, :hprNumber, :validUntil, :eventId)
                        on conflict (her_id) do update set kind = excluded.kind, organization = excluded.organization,
                            parent_her_id = excluded.parent_her_id, name = excluded.name,
                            hpr_number = excluded.hpr_number, valid_until = excluded.valid_until,
                            event_id = excluded.event_id
                        where address_party.event_id < excluded.event_id""")
                .bind("herId", party.herId())
                .bind("kind", party.kind())
                .bind("number", party.organization().value())
                .bind("parentHerId", party.parentHerId())
                .bind("name", party.name())
                .bind("hprNumber", party.hprNumber())
                .bind("validUntil", party.validUntil())
                .bind("eventId", party.eventId())
                .execute();
    }

    Optional<Organization> organization(Transaction tx, OrganizationNumber number, Instant now) {
        return tx.handle()
                .createQuery("""
                        select organization, her_id, name from address_party
                        where organization = :number and kind = 'ORGANIZATION'
                            and (valid_until is null or valid_until > :now)
                        order by her_id limit 1""")
                .bind("number", number.value())
                .bind("now", now)
                .map((row, context) -> new Organization(
                        row.getString("organization"),
                        row.getLong("her_id"),
                        row.getString("name"),
                        units(tx, row.getLong("her_id"), now)))
                .findOne();
    }

    private static List<Organization.Unit> units(Transaction tx, long herId, Instant now) {
        return tx.handle()
                .createQuery("""
                        select her_id, name from address_party
                        where parent_her_id = :parent and kind = 'SERVICE' and (valid_until is null or valid_until > :now)
                        order by her_id""")
                .bind("parent", herId)
                .bind("now", now)
                .map((row, context) -> new Organization.Unit(row.getLong("her_id"), row.getString("name")))
                .list();
    }

    /** Whether the register knows a practitioner under this HER-id in this organisation. */
    boolean works(Transaction tx, OrganizationNumber number, long herId, long hprNumber, Instant now) {
        return tx.handle()
                .createQuery("""
                        select exists (
                            select from address_party
                            where her_id = :herId and kind = 'PERSON' and organization = :number
                                and hpr_number = :hprNumber and (valid_until is null or valid_until > :now))""")
                .bind("herId", herId)
                .bind("number", number.value())
                .bind("hprNumber", hprNumber)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }
}
