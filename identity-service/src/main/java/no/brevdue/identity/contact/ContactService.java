package no.brevdue.identity.contact;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.krr.Channel;
import no.brevdue.identity.krr.ContactData;
import no.brevdue.identity.person.Contactability;
import no.brevdue.identity.person.DeactivationService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what the contact register said, addresses encrypted, and tells the other services what that and the person's own word mean. */
@ApplicationScoped
public class ContactService {

    private static final String EMAIL = "contact.email";
    private static final String MOBILE = "contact.mobile";

    private final ContactRepository contacts;
    private final OwnPointService own;
    private final DeactivationService deactivations;
    private final PersonService persons;
    private final ServiceKey serviceKey;
    private final RefreshConfig config;
    private final Clock clock;

    ContactService(
            ContactRepository contacts,
            OwnPointService own,
            DeactivationService deactivations,
            PersonService persons,
            ServiceKey serviceKey,
            RefreshConfig config,
            Clock clock) {
        this.contacts = contacts;
        this.own = own;
        this.deactivations = deactivations;
        this.persons = persons;
        this.serviceKey = serviceKey;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps an answer of the register from {@code asOf}, unless a newer one is kept already. */
    public void keep(Transaction tx, UUID person, ContactData data, Instant asOf) {
        Person unused = persons.lock(tx, person);
        ContactRow row = new ContactRow(
                encrypted(data.email(), EMAIL, person),
                data.email() == null ? null : data.email().confirmedAt(),
                encrypted(data.mobile(), MOBILE, person),
                data.mobile() == null ? null : data.mobile().confirmedAt(),
                asOf);
        if (contacts.store(tx, person, row)) {
            publish(tx, person, data.digitalOptOut(), data.language());
        }
    }

    /** Tells the other services what has become of somebody's contact points, if that is new to them. */
    public void restate(Transaction tx, UUID id) {
        Person person = persons.lock(tx, id);
        publish(tx, id, person.digitalOptOut(), person.language());
    }

    /** Holding the lock of the person: whatever they are reached by cannot change meanwhile. */
    private void publish(Transaction tx, UUID person, boolean digitalOptOut, Language otherwise) {
        Reach reach = reach(tx, person);
        persons.reachable(
                tx,
                person,
                new Contactability(
                        digitalOptOut,
                        reach.email() != null,
                        reach.mobile() != null,
                        own.language(tx, person).orElse(otherwise)));
    }

    /** What is kept of some people, by their ids. */
    Map<UUID, KeptContact> of(Transaction tx, Collection<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<UUID, ContactRow> rows = contacts.of(tx, people);
        Map<UUID, Map<Medium, Channel>> said = own.of(tx, people);
        Set<UUID> hidden = deactivations.deactivated(tx, people);
        Map<UUID, KeptContact> kept = new HashMap<>();
        rows.forEach((person, row) -> kept.put(
                person, new KeptContact(person, row, said.getOrDefault(person, Map.of()), hidden.contains(person))));
        return kept;
    }

    private KeptContact of(Transaction tx, UUID person) {
        return Objects.requireNonNull(of(tx, List.of(person)).get(person));
    }

    /** Whether the register's answer is older than may be told to anybody without asking again. */
    boolean isStale(KeptContact kept) {
        return isStale(kept.register());
    }

    private boolean isStale(ContactRow row) {
        Instant now = clock.instant();
        return row.asOf().plus(config.maxAge()).isBefore(now) || row.asOf().isAfter(now.plus(ContactRow.AHEAD));
    }

    /** The channels that may be used now, in clear. */
    ContactPoints usable(Person person, KeptContact kept) {
        // Death is a lock: nothing goes out to an address that somebody else may read by now.
        Reach reach = person.deceased() ? Reach.NONE : reach(kept);
        return new ContactPoints(
                reach.email() == null ? null : reach.email().address(),
                reach.mobile() == null ? null : reach.mobile().address(),
                person.language(),
                kept.register().asOf(),
                isStale(kept));
    }

    /** The e-mail address that may be used now. */
    public Optional<String> email(Transaction tx, Person person) {
        return Optional.ofNullable(usable(person, of(tx, person.id())).email());
    }

    /** For a letter that nobody can read: there is nothing to be told to anybody. */
    ContactPoints none(Person person, KeptContact kept) {
        return new ContactPoints(null, null, person.language(), kept.register().asOf(), isStale(kept));
    }

    /** Everything somebody can be reached by, however old it is, as {@link ContactPoints#comparable} writes it. */
    Set<String> addresses(KeptContact kept) {
        ContactRow row = kept.register();
        return Stream.concat(
                        Stream.of(
                                        Optional.ofNullable(email(row, kept.person())),
                                        Optional.ofNullable(mobile(row, kept.person())))
                                .flatMap(Optional::stream),
                        kept.own().values().stream())
                .map(channel -> ContactPoints.comparable(channel.address()))
                .collect(Collectors.toSet());
    }

    Reach reach(Transaction tx, UUID person) {
        return reach(of(tx, person));
    }

    private Reach reach(KeptContact kept) {
        if (kept.hidden()) {
            return Reach.NONE;
        }
        Instant now = clock.instant();
        ContactRow row = kept.register();
        return new Reach(
                Reach.first(kept.own().get(Medium.EMAIL), email(row, kept.person()), now),
                Reach.first(kept.own().get(Medium.MOBILE), mobile(row, kept.person()), now));
    }

    /** What a person sees of what the register says. */
    public ContactStatus status(Transaction tx, Person person) {
        Instant now = clock.instant();
        ContactRow row = of(tx, person.id()).register();
        return new ContactStatus(
                person.digitalOptOut(),
                ContactStatus.Masked.of(email(row, person.id()), now),
                ContactStatus.Masked.of(mobile(row, person.id()), now),
                row.asOf(),
                isStale(row));
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
