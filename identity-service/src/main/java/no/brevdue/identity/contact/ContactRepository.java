package no.brevdue.identity.contact;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ContactRepository {

    ContactRow of(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("""
                        select email, email_confirmed_at, mobile, mobile_confirmed_at, as_of
                        from contact where person_id = :person""")
                .bind("person", person)
                .map(RecordMapper.of(ContactRow.class))
                .one();
    }

    /** False when something newer is stored already. */
    boolean store(Transaction tx, UUID person, ContactRow contact) {
        return tx.handle()
                        .createUpdate("""
                                insert into contact
                                    (person_id, email, email_confirmed_at, mobile, mobile_confirmed_at, as_of)
                                values (:person, :email, :emailConfirmedAt, :mobile, :mobileConfirmedAt, :asOf)
                                on conflict (person_id) do update
                                set email = excluded.email, email_confirmed_at = excluded.email_confirmed_at,
                                    mobile = excluded.mobile, mobile_confirmed_at = excluded.mobile_confirmed_at,
                                    as_of = excluded.as_of
                                where contact.as_of <= excluded.as_of""")
                        .bind("person", person)
                        .bind("email", contact.email())
                        .bind("emailConfirmedAt", contact.emailConfirmedAt())
                        .bind("mobile", contact.mobile())
                        .bind("mobileConfirmedAt", contact.mobileConfirmedAt())
                        .bind("asOf", contact.asOf())
                        .execute()
                == 1;
    }
}
