package no.brevdue.identity.contact;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what the contact register said, addresses encrypted, and tells the other services what that means. */
@ApplicationScoped
public class ContactService {

    private static final String EMAIL = "contact.email";
    private static final String MOBILE = "contact.mobile";

    private final ContactRepository contacts;
    private final PersonService persons;
    private final ServiceKey serviceKey;
    private final Clock clock;

    ContactService(ContactRepository contacts, PersonService persons, ServiceKey serviceKey, Clock clock) {
        this.contacts = contacts;
        this.persons = persons;
        this.serviceKey = serviceKey;
        this.clock = clock;
    }

    /** Keeps an answer of the register from {@code asOf}, unless a newer one is kept already. */
    public void keep(Transaction tx, UUID person, ContactData data, Instant asOf) {
        ContactRow row = new ContactRow(
                encrypted(data.email(), EMAIL, person),
                data.email() == null ? null : data.email().confirmedAt(),
                encrypted(data.mobile(), MOBILE, person),
                data.mobile() == null ? null : data.mobile().confirmedAt(),
                asOf);
        if (contacts.store(tx, person, row)) {
            persons.reachable(tx, person, data.at(clock.instant()));
        }
    }

    /** When the register was last asked about somebody. */
    Instant asOf(Transaction tx, UUID person) {
        return contacts.of(tx, person).asOf();
    }

    /** The channels that may be used now, in clear. */
    ContactPoints usable(Transaction tx, Person person) {
        Instant now = clock.instant();
        ContactRow row = contacts.of(tx, person.id());
        Channel email = email(row, person.id());
        Channel mobile = mobile(row, person.id());
        // Death is a lock: nothing goes out to an address that somebody else may read by now.
        return new ContactPoints(
                email == null || person.deceased() || !email.usableAt(now) ? null : email.address(),
                mobile == null || person.deceased() || !mobile.usableAt(now) ? null : mobile.address(),
                person.language(),
                row.asOf());
    }

    /** What a person sees of their own contact data. */
    public ContactStatus status(Transaction tx, Person person) {
        Instant now = clock.instant();
        ContactRow row = contacts.of(tx, person.id());
        return new ContactStatus(
                person.digitalOptOut(),
                ContactStatus.Masked.of(email(row, person.id()), now),
                ContactStatus.Masked.of(mobile(row, person.id()), now),
                row.asOf());
    }

    private @Nullable Channel email(ContactRow row, UUID person) {
        return row.email() == null ? null : decrypted(row.email(), row.emailConfirmedAt(), EMAIL, person);
    }

    private @Nullable Channel mobile(ContactRow row, UUID person) {
        return row.mobile() == null ? null : decrypted(row.mobile(), row.mobileConfirmedAt(), MOBILE, person);
    }

    private byte @Nullable [] encrypted(@Nullable Channel channel, String field, UUID person) {
        return channel == null
                ? null
                : serviceKey.encrypt(
                        channel.address().getBytes(StandardCharsets.UTF_8), AssociatedData.of(field, person));
    }

    private Channel decrypted(byte[] address, @Nullable Instant confirmedAt, String field, UUID person) {
        byte[] plain = serviceKey.decrypt(address, AssociatedData.of(field, person));
        return new Channel(new String(plain, StandardCharsets.UTF_8), confirmedAt);
    }
}
