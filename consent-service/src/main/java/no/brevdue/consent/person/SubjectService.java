package no.brevdue.consent.person;

import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.RowRefusedException;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Doubts;
import no.brevdue.platform.identity.AliasLinks;
import no.brevdue.platform.time.NorwegianDay;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private final AuditTrail audit;
    private final Clock clock;

    SubjectService(
            Database database,
            PersonRepository persons,
            AliasLinks links,
            Doubts doubts,
            CurrentCaller caller,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.links = links;
        this.doubts = doubts;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does something with the decisions of the caller, or of whom they decide for. That somebody may not be decided for, or is not
     * known, is the same answer. A fact may come between this and the work; the row policies then refuse what was allowed, and it
     * is decided and done once more.
     *
     * @param work begins anew when it is done again
     */
    public <T> T in(@Nullable UUID onBehalfOf, Function<Subject, T> work) {
        try {
            return work.apply(subject(onBehalfOf));
        } catch (RowRefusedException overtaken) {
            return work.apply(subject(onBehalfOf));
        }
    }

    /** The same for reading; whoever reads for another is on record with it. */
    public <T> T reading(@Nullable UUID onBehalfOf, String what, Function<Subject, T> work) {
        return in(onBehalfOf, subject -> {
            if (subject.by() != null) {
                database.asWorkerDo(tx -> audit.record(
                        tx,
                        AuditEntry.by(subject.actor())
                                .did(what)
                                .to("person", onBehalfOf == null ? subject.alias() : onBehalfOf)
                                .of(subject.alias())
                                .because(subject.purpose())));
            }
            return work.apply(subject);
        });
    }

    private Subject subject(@Nullable UUID onBehalfOf) {
        Citizen citizen = caller.citizen();
        return onBehalfOf == null
                ? database.asWorker(tx -> self(tx, citizen))
                : database.asWorker(tx -> another(tx, citizen, onBehalfOf))
                        .orElseThrow(() ->
                                PersonProblem.NOT_DECIDED_FOR.because("There is nobody with this id to decide for."));
    }

    private Subject self(Transaction tx, Citizen citizen) {
        if (find(tx, citizen.alias()).filter(Person::deceased).isPresent()) {
            throw PersonProblem.CALLER_REPORTED_DEAD.because("The population register reports this person's death.");
        }
        return new Subject(citizen, citizen.alias(), aliases(tx, citizen.alias()), null);
    }

    /** Whether the person may consent: by themselves, or by whoever decides for them, who was admitted before. */
    public void requireMayConsent(Subject subject) {
        if (subject.by() == null) {
            requireAlone(known(subject));
        }
    }

    /**
     * Whether the person may agree to something that is no consent: terms, or that somebody is let in again. Whoever is not known
     * here yet has got no letter, and may.
     */
    public void requireMayAgree(Subject subject) {
        if (subject.by() == null) {
            database.asWorker(tx -> find(tx, subject.alias())).ifPresent(this::requireAlone);
        }
    }

    private void requireAlone(Person person) {
        if (!person.decidesAlone(today())) {
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

    /** Whoever asks for somebody they do not decide for is on record with it. */
    private Optional<Subject> another(Transaction tx, Citizen citizen, UUID person) {
        Optional<UUID> alias = persons.alias(tx, person);
        Optional<Subject> subject = alias.flatMap(found ->
                right(tx, citizen, found).map(kind -> new Subject(citizen, found, aliases(tx, found), kind)));
        if (subject.isEmpty()) {
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("decisions-sought")
                            .to("person", person)
                            .of(alias.orElse(null))
                            .because("not-stated")
                            .refused());
        }
        return subject;
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
        return links.aliasesOfSamePerson(tx, alias).stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    private LocalDate today() {
        return NorwegianDay.of(clock.instant());
    }
}
