package no.brevdue.identity.person;

import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Follows people through their numbers: a D-number becomes a birth number, two records turn out to be one person, or one to
 * be two. Only links change: every other service hears the aliases of each person again, and finds the rows it has.
 */
@ApplicationScoped
public class NumberService {

    private static final Logger LOGGER = Logger.getLogger(NumberService.class);

    private final PersonRepository people;
    private final PersonService persons;
    private final NumberRepository numbers;
    private final Aliases aliases;
    private final AuditTrail audit;
    private final Event<PersonMerged> merges;
    private final Event<PersonSplit> splits;
    private final Event<PersonRelinked> relinks;
    private final Clock clock;

    NumberService(
            PersonRepository people,
            PersonService persons,
            NumberRepository numbers,
            Aliases aliases,
            AuditTrail audit,
            Event<PersonMerged> merges,
            Event<PersonSplit> splits,
            Event<PersonRelinked> relinks,
            Clock clock) {
        this.people = people;
        this.persons = persons;
        this.numbers = numbers;
        this.aliases = aliases;
        this.audit = audit;
        this.merges = merges;
        this.splits = splits;
        this.relinks = relinks;
        this.clock = clock;
    }

    /**
     * Takes the register's word for whose numbers these are, and returns who that is: somebody else than was asked about, if
     * that was a duplicate. A number of before that the register does not tell any longer was never this person's.
     *
     * @param asked somebody whose row is locked
     */
    public UUID follow(
            Transaction tx, UUID asked, NationalIdentityNumber current, Collection<NationalIdentityNumber> former) {
        Set<NationalIdentityNumber> all = new LinkedHashSet<>(former);
        all.add(current);
        UUID person = persons.withNumber(tx, current).orElse(asked);
        if (!person.equals(asked)) {
            Person unused = people.forUpdate(tx, person);
        }
        Set<UUID> changed = new LinkedHashSet<>();
        for (UUID duplicate : numbers.others(tx, person, aliasesOf(all))) {
            merge(tx, duplicate, person);
            changed.add(duplicate);
            changed.add(person);
        }
        boolean renumbered = use(tx, person, current, all);
        if (split(tx, person, all, changed) || renumbered) {
            changed.add(person);
        }
        changed.forEach(id -> persons.restate(tx, id));
        changed.forEach(id -> relinks.fire(new PersonRelinked(tx, id)));
        return person;
    }

    /** The next persons in the order of their ids, locked. */
    public List<UUID> lockAfter(Transaction tx, String key, int limit) {
        return numbers.lockAfter(tx, key, limit);
    }

    /** Gives somebody whose row is locked an alias of each number under each key; false if all were there. */
    public boolean linkUnderEveryKey(Transaction tx, UUID person) {
        Set<NationalIdentityNumber> all =
                new LinkedHashSet<>(formerOf(tx, person).keySet());
        all.add(persons.number(tx, person));
        boolean changed = false;
        for (UUID alias : aliasesOf(all)) {
            changed |= people.link(tx, alias, person);
        }
        if (changed) {
            persons.restate(tx, person);
        }
        return changed;
    }

    private void merge(Transaction tx, UUID duplicate, UUID person) {
        Person unused = people.forUpdate(tx, duplicate);
        keep(tx, person, persons.number(tx, duplicate), duplicate);
        for (NumberRepository.Former former : numbers.former(tx, duplicate)) {
            NationalIdentityNumber number = persons.read(former.number(), duplicate);
            numbers.forget(tx, former.alias());
            keep(tx, person, number, former.mergedFrom() == null ? duplicate : former.mergedFrom());
        }
        numbers.merge(tx, duplicate, person);
        merges.fire(new PersonMerged(tx, duplicate, person));
        record(tx, person, "persons-merged");
        tx.afterCommit(() -> LOGGER.infof("Somebody is somebody else: duplicate=%s person=%s", duplicate, person));
    }

    /** True if any number is new. */
    private boolean use(Transaction tx, UUID person, NationalIdentityNumber current, Set<NationalIdentityNumber> all) {
        NationalIdentityNumber before = persons.number(tx, person);
        if (!before.equals(current)) {
            keep(tx, person, before, null);
            numbers.forget(tx, aliases.alias(current));
            numbers.use(tx, person, persons.encrypted(current, person));
            record(tx, person, "identity-number-changed");
        }
        boolean changed = !before.equals(current);
        Set<NationalIdentityNumber> known = new HashSet<>(formerOf(tx, person).keySet());
        known.add(current);
        for (NationalIdentityNumber number : all) {
            if (known.add(number)) {
                keep(tx, person, number, null);
            }
            changed |= people.link(tx, aliases.alias(number), person);
        }
        return changed;
    }

    /** True if any number is somebody else's. */
    private boolean split(Transaction tx, UUID person, Set<NationalIdentityNumber> all, Set<UUID> changed) {
        List<NumberRepository.Former> foreign = new ArrayList<>();
        formerOf(tx, person).forEach((number, former) -> {
            if (!all.contains(number)) {
                foreign.add(former);
                if (former.mergedFrom() == null) {
                    numbers.unlink(tx, person, aliases.allAliases(number));
                }
                numbers.forget(tx, former.alias());
            }
        });
        for (NumberRepository.Former former : foreign) {
            UUID other = former.mergedFrom();
            if (other != null && changed.add(other)) {
                numbers.split(tx, other);
                splits.fire(new PersonSplit(tx, person, other));
                tx.afterCommit(() -> LOGGER.infof("Two people are not one: person=%s other=%s", person, other));
            }
        }
        if (!foreign.isEmpty()) {
            record(tx, person, "persons-split");
        }
        return !foreign.isEmpty();
    }

    private Map<NationalIdentityNumber, NumberRepository.Former> formerOf(Transaction tx, UUID person) {
        Map<NationalIdentityNumber, NumberRepository.Former> former = new LinkedHashMap<>();
        numbers.former(tx, person).forEach(row -> former.put(persons.read(row.number(), person), row));
        return former;
    }

    private void keep(Transaction tx, UUID person, NationalIdentityNumber number, @Nullable UUID mergedFrom) {
        numbers.keep(tx, person, aliases.alias(number), persons.encrypted(number, person), mergedFrom, clock.instant());
    }

    private List<UUID> aliasesOf(Collection<NationalIdentityNumber> all) {
        return all.stream()
                .flatMap(number -> aliases.allAliases(number).stream())
                .toList();
    }

    private void record(Transaction tx, UUID person, String what) {
        audit.record(
                tx,
                AuditEntry.bySystem("identity")
                        .did(what)
                        .to("person", person)
                        .of(persons.anyAlias(tx, person))
                        .because("population-register"));
    }
}
