package no.brevdue.identity.person;

import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.outbox.Outbox;
import no.brevdue.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Mints persons and tells the other services what may be known of them. Each change is a version and a fact. */
@ApplicationScoped
public class PersonService {

    /** Full health-legal competence, pasient- og brukerrettighetsloven § 4-3. */
    private static final int READS_ALONE_FROM = 16;

    /** The version of somebody of whom nobody has been told; it is never committed. */
    private static final long UNTOLD = 0;

    private final PersonRepository persons;
    private final Outbox outbox;
    private final Aliases aliases;
    private final NationalIdentityNumbers numbers;
    private final ServiceKey serviceKey;
    private final Clock clock;

    PersonService(
            PersonRepository persons,
            Outbox outbox,
            Aliases aliases,
            NationalIdentityNumbers numbers,
            ServiceKey serviceKey,
            Clock clock) {
        this.persons = persons;
        this.outbox = outbox;
        this.aliases = aliases;
        this.numbers = numbers;
        this.serviceKey = serviceKey;
        this.clock = clock;
    }

    /**
     * Whoever is known with this number already, under whichever alias; the alias is theirs from now on. Until the
     * transaction ends nobody else can register the number.
     */
    public Optional<UUID> recognize(Transaction tx, NationalIdentityNumber number, UUID alias) {
        List<UUID> all = aliases.allAliases(number);
        persons.lockAliases(tx, all);
        Optional<UUID> known = persons.idByAny(tx, all);
        known.ifPresent(id -> {
            if (persons.link(tx, alias, id)) {
                restate(tx, id);
            }
        });
        return known;
    }

    /**
     * Mints a person for a number that {@link #recognize} did not know in the same transaction. The other services hear of it
     * by {@link #announce}, once it is known who may read.
     */
    public UUID register(
            Transaction tx,
            NationalIdentityNumber number,
            UUID alias,
            RegisterFacts facts,
            Contactability contactability) {
        Person person = new Person(
                UUID.randomUUID(),
                UNTOLD,
                facts.birthDate(),
                facts.deceased(),
                facts.addressProtected(),
                contactability.digitalOptOut(),
                contactability.emailUsable(),
                contactability.smsUsable(),
                contactability.language(),
                ReadingPlan.alone(facts.birthDate().plusYears(READS_ALONE_FROM)));
        persons.insert(tx, person, encrypted(number, person.id()), clock.instant());
        if (!persons.link(tx, alias, person.id())) {
            throw new IllegalStateException("The alias belongs to somebody already");
        }
        return person.id();
    }

    /** Tells of somebody who was registered in this transaction. */
    public void announce(Transaction tx, UUID id, UUID alias) {
        Person person = persons.announce(tx, id);
        outbox.publish(tx, new PersonRegistered(id, person.version(), alias, person.facts()));
    }

    /** Keeps who may read the letters of somebody whose row is locked, and tells it if it is new. */
    public void plan(Transaction tx, Person locked, ReadingPlan plan) {
        if (locked.plan().equals(plan)) {
            return;
        }
        if (locked.version() == UNTOLD) {
            persons.begin(tx, locked.id(), plan);
        } else {
            publishAll(tx, persons.update(tx, locked.id(), plan));
        }
    }

    /** Those whose plan names one of these aliases as representative, in the order of their ids. */
    public List<Person> representedBy(Transaction tx, Collection<UUID> representative) {
        return persons.representedBy(tx, representative);
    }

    /** Those whose plan is to be looked at for what it changes soon: ours until the transaction ends. */
    public List<Person> lockToWarn(Transaction tx, LocalDate today, int limit) {
        return persons.lockToWarn(tx, today, limit);
    }

    /** Says when to look at a plan again; a new plan is looked at in any case. */
    public void warnAgain(Transaction tx, UUID id, @Nullable LocalDate day) {
        persons.warnAgain(tx, id, day);
    }

    public List<UUID> aliases(Transaction tx, UUID id) {
        return persons.aliases(tx, id);
    }

    /** Takes what the register says of somebody whose row is locked; false if that is nothing new. */
    public boolean registered(Transaction tx, Person locked, RegisterFacts now) {
        if (locked.registerFacts().equals(now)) {
            return false;
        }
        publishAll(tx, persons.update(tx, locked.id(), now));
        return true;
    }

    /** Publishes only what is new. */
    public void reachable(Transaction tx, UUID id, Contactability now) {
        if (persons.forUpdate(tx, id).contactability().equals(now)) {
            return;
        }
        Person changed = persons.update(tx, id, now);
        outbox.publish(
                tx,
                new ContactabilityChanged(
                        id,
                        changed.version(),
                        now.digitalOptOut(),
                        now.emailUsable(),
                        now.smsUsable(),
                        now.language()));
    }

    public Optional<Person> find(Transaction tx, UUID alias) {
        return persons.byAlias(tx, alias);
    }

    /** Those of some aliases that belong to somebody. */
    public Map<UUID, Person> find(Transaction tx, Collection<UUID> some) {
        return some.isEmpty() ? Map.of() : persons.byAliases(tx, some);
    }

    /**
     * Somebody who has logged in; a problem if nobody ever sent them a letter. Of those whose death is reported nothing is shown or
     * changed, whoever has their login, until the death is annulled.
     */
    public Person self(Transaction tx, UUID alias) {
        Person person = find(tx, alias)
                .orElseThrow(() -> PersonProblem.NOT_REGISTERED.because("No letter has arrived for you yet."));
        if (person.deceased()) {
            throw PersonProblem.LOGIN_REPORTED_DEAD.because("The population register reports this person's death.");
        }
        return person;
    }

    /** Somebody with this number, under whichever alias. */
    public Optional<UUID> withNumber(Transaction tx, NationalIdentityNumber number) {
        return persons.idByAny(tx, aliases.allAliases(number));
    }

    /** Those of some numbers that belong to somebody who is known. */
    public Map<NationalIdentityNumber, UUID> known(Transaction tx, Collection<NationalIdentityNumber> some) {
        Map<UUID, NationalIdentityNumber> byAlias = new HashMap<>();
        some.forEach(number -> aliases.allAliases(number).forEach(alias -> byAlias.put(alias, number)));
        Map<NationalIdentityNumber, UUID> known = new HashMap<>();
        persons.idsByAlias(tx, byAlias.keySet())
                .forEach((alias, person) -> known.put(Objects.requireNonNull(byAlias.get(alias)), person));
        return known;
    }

    /** The same for numbers as others write them. What is no number belongs to nobody. */
    public Map<String, UUID> withNumbers(Transaction tx, Collection<String> written) {
        List<NationalIdentityNumber> some =
                written.stream().flatMap(digits -> read(digits).stream()).toList();
        Map<String, UUID> known = new HashMap<>();
        known(tx, some).forEach((number, person) -> known.put(number.value(), person));
        return known;
    }

    private Optional<NationalIdentityNumber> read(String digits) {
        try {
            return Optional.of(numbers.parse(digits));
        } catch (ProblemException unusable) {
            return Optional.empty();
        }
    }

    /** The register has answered about somebody whose row is locked; false if it has told something newer before. */
    public boolean answered(Transaction tx, UUID id, long sequence, Instant asOf) {
        return persons.answered(tx, id, sequence, asOf);
    }

    /** What the register answered last, fingerprinted, for those of whom that is known; their rows are ours until the transaction ends. */
    public Map<UUID, byte[]> lockLastAnswers(Transaction tx, Collection<UUID> ids) {
        Map<UUID, byte[]> opened = new HashMap<>();
        persons.lockLastAnswers(tx, ids)
                .forEach((id, encrypted) -> opened.put(id, serviceKey.decrypt(encrypted, answerOf(id))));
        return opened;
    }

    /** The register has said the same again; those of whom it has told something newer before are left out. */
    public Set<UUID> answeredAgain(Transaction tx, Map<UUID, Long> sequences, Instant asOf) {
        return sequences.isEmpty() ? Set.of() : persons.answeredAgain(tx, sequences, asOf);
    }

    public void keepLastAnswer(Transaction tx, UUID id, byte[] fingerprint) {
        persons.keepLastAnswer(tx, id, serviceKey.encrypt(fingerprint, answerOf(id)));
    }

    /** The next answer about them is looked at, whatever it says. */
    public void forgetLastAnswers(Transaction tx, Collection<UUID> ids) {
        persons.forgetLastAnswers(tx, ids);
    }

    /** An alias under which the person's own log shows what was done; they all lead there. */
    public UUID anyAlias(Transaction tx, UUID id) {
        return persons.aliases(tx, id).getFirst();
    }

    public Person get(Transaction tx, UUID id) {
        return persons.byId(tx, id);
    }

    /** Ours to change until the transaction ends. */
    public Person lock(Transaction tx, UUID id) {
        return persons.forUpdate(tx, id);
    }

    /** For asking a register; not granted to the request role. */
    public NationalIdentityNumber number(Transaction tx, UUID id) {
        return read(persons.encryptedNumber(tx, id), id);
    }

    /** The same for many. */
    public Map<UUID, NationalIdentityNumber> numbers(Transaction tx, Collection<UUID> ids) {
        Map<UUID, NationalIdentityNumber> found = new HashMap<>();
        persons.encryptedNumbers(tx, ids).forEach((id, encrypted) -> found.put(id, read(encrypted, id)));
        return found;
    }

    NationalIdentityNumber read(byte[] encrypted, UUID id) {
        return numbers.parse(new String(serviceKey.decrypt(encrypted, numberOf(id)), StandardCharsets.US_ASCII));
    }

    byte[] encrypted(NationalIdentityNumber number, UUID id) {
        return serviceKey.encrypt(number.value().getBytes(StandardCharsets.US_ASCII), numberOf(id));
    }

    /** Tells all of somebody again, as the next version. */
    void restate(Transaction tx, UUID id) {
        publishAll(tx, persons.update(tx, id, persons.forUpdate(tx, id).contactability()));
    }

    /** What the register calls somebody, to be shown; not granted to the request role. */
    public Optional<String> name(Transaction tx, UUID id) {
        return storedName(tx, id)
                .map(stored ->
                        PersonName.ofParts(stored).map(PersonName::inFull).orElse(stored));
    }

    /** The same, to be compared; nothing while its parts are not known. */
    public Optional<PersonName> nameInParts(Transaction tx, UUID id) {
        return storedName(tx, id).flatMap(PersonName::ofParts);
    }

    public void keepName(Transaction tx, UUID id, @Nullable PersonName name) {
        String parts = name == null ? null : name.inParts();
        if (!Objects.equals(parts, storedName(tx, id).orElse(null))) {
            persons.keepName(
                    tx,
                    id,
                    parts == null ? null : serviceKey.encrypt(parts.getBytes(StandardCharsets.UTF_8), nameOf(id)));
        }
    }

    private Optional<String> storedName(Transaction tx, UUID id) {
        return persons.encryptedName(tx, id)
                .map(encrypted -> new String(serviceKey.decrypt(encrypted, nameOf(id)), StandardCharsets.UTF_8));
    }

    private void publishAll(Transaction tx, Person person) {
        outbox.publish(
                tx,
                new PersonRestated(person.id(), person.version(), persons.aliases(tx, person.id()), person.facts()));
    }

    private static byte[] numberOf(UUID id) {
        return AssociatedData.of("person.number", id);
    }

    private static byte[] answerOf(UUID id) {
        return AssociatedData.of("person.population_answer", id);
    }

    private static byte[] nameOf(UUID id) {
        return AssociatedData.of("person.name", id);
    }
}
