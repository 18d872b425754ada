package no.brevdue.consent.person;

import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Doubts;
import no.brevdue.platform.identity.AliasLinks;
import no.brevdue.platform.time.NorwegianDay;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says whose decisions a request is about, at every request anew: what a birthday or a withdrawal has ended is over in open
 * sessions too. It looks under the worker role, since a request may not look around among people; what the request then reads
 * and writes is decided once more by the row policies.
 */
@ApplicationScoped
public class SubjectService {

    private final Database database;
    private final PersonRepository persons;
    private final AliasLinks links;
    private final Doubts doubts;
    private final CurrentCaller caller;
    private final Clock clock;

    SubjectService(
            Database database,
            PersonRepository persons,
            AliasLinks links,
            Doubts doubts,
            CurrentCaller caller,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.links = links;
        this.doubts = doubts;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller, or whom they decide for. That somebody may not be decided for, or is not known, is the same answer. */
    public Subject of(@Nullable UUID onBehalfOf) {
        Citizen citizen = caller.citizen();
        return database.asWorker(tx -> onBehalfOf == null
                ? new Subject(citizen, citizen.alias(), aliases(tx, citizen.alias()), null)
                : another(tx, citizen, onBehalfOf));
    }

    /** Whether the person may consent: by themselves, or by whoever decides for them, who was admitted before. */
    public void requireMayConsent(Subject subject) {
        if (subject.by() == null && !known(subject).decidesAlone(today())) {
            throw PersonProblem.NOT_OLD_ENOUGH.because("The person does not decide alone now.");
        }
    }

    /** Whether the register reports a death. */
    public boolean isDead(UUID alias) {
        return database.asWorker(tx -> find(tx, alias).filter(Person::deceased).isPresent());
    }

    private Person known(Subject subject) {
        return database.asWorker(tx -> find(tx, subject.alias())
                .orElseThrow(() -> PersonProblem.PERSON_NOT_KNOWN.because("Nothing is known of this person yet.")));
    }

    private Subject another(Transaction tx, Citizen citizen, UUID person) {
        return persons.alias(tx, person)
                .flatMap(alias ->
                        right(tx, citizen, alias).map(kind -> new Subject(citizen, alias, aliases(tx, alias), kind)))
                .orElseThrow(
                        () -> PersonProblem.NOT_DECIDED_FOR.because("There is nobody with this id to decide for."));
    }

    private Optional<RepresentationKind> right(Transaction tx, Citizen citizen, UUID alias) {
        List<UUID> own = links.aliasesOfSamePerson(tx, citizen.alias());
        return find(tx, citizen.alias())
                .flatMap(actor -> find(tx, alias).flatMap(person -> person.isDecidedForBy(actor, own, today())));
    }

    private Optional<Person> find(Transaction tx, UUID alias) {
        boolean silent = doubts.silent(tx, Topic.IDENTITY_EVENTS);
        return persons.byAlias(tx, alias).map(person -> silent ? person.doubted() : person);
    }

    private List<UUID> aliases(Transaction tx, UUID alias) {
        return links.aliasesOfSamePerson(tx, alias).stream().sorted().toList();
    }

    private LocalDate today() {
        return NorwegianDay.of(clock.instant());
    }
}
