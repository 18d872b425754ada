package no.brevdue.identity.contact;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.mapper.RowMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ContactRepository {

    private static final RowMapper<ContactRow> CONTACTS = RecordMapper.of(ContactRow.class);

    private static final String STORE = """
            insert into contact (person_id, email, email_confirmed_at, mobile, mobile_confirmed_at, as_of)
            values (:person, :email, :emailConfirmedAt, :mobile, :mobileConfirmedAt, :asOf)
            on conflict (person_id) do update
            set email = excluded.email, email_confirmed_at = excluded.email_confirmed_at,
                mobile = excluded.mobile, mobile_confirmed_at = excluded.mobile_confirmed_at,
                as_of = excluded.as_of, claimed_until = '-infinity'
            where contact.as_of <= excluded.as_of or contact.as_of > :ahead""";

    /** Whoever the register was silent about comes last, so that they never stand in the way of the others. */
    private static final String CLAIM = """
            update contact set claimed_until = clock_timestamp() + :claim * interval '1 millisecond'
            where person_id in (
                select person_id from contact
                where (as_of < :before or as_of > :ahead) and claimed_until < clock_timestamp()
                order by claimed_until, as_of limit :limit for update skip locked)
            returning person_id""";

    /** What is kept of some people, by their ids. */
    Map<UUID, ContactRow> of(Transaction tx, Collection<UUID> people) {
        Map<UUID, ContactRow> found = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select person_id, email, email_confirmed_at, mobile, mobile_confirmed_at, as_of
                        from contact where person_id = any(:people)""")
                .bindArray("people", UUID.class, people)
                .map((row, context) -> Map.entry(row.getObject("person_id", UUID.class), CONTACTS.map(row, context)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** False when something newer is stored already. */
    boolean store(Transaction tx, UUID person, ContactRow contact) {
        return tx.handle()
                        .createUpdate(STORE)
                        .bind("person", person)
                        .bind("email", contact.email())
                        .bind("emailConfirmedAt", contact.emailConfirmedAt())
                        .bind("mobile", contact.mobile())
                        .bind("mobileConfirmedAt", contact.mobileConfirmedAt())
                        .bind("asOf", contact.asOf())
                        .bind("ahead", contact.asOf().plus(ContactRow.AHEAD))
                        .execute()
                == 1;
    }

    /** People whose data nobody else asks for until the claim runs out. */
    List<UUID> claimOutdated(Transaction tx, Instant before, Instant now, Duration claim, int limit) {
        return tx.handle()
                .createQuery(CLAIM)
                .bind("claim", claim.toMillis())
                .bind("before", before)
                .bind("ahead", now.plus(ContactRow.AHEAD))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }
}
