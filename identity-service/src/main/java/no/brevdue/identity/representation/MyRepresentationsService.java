package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.identity.person.DeactivationService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.time.NorwegianDay;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What people see and say of who may act for whom. It is looked up under the caller's own role; what follows from it is planned
 * and told under the worker's, in one transaction with it.
 */
@ApplicationScoped
class MyRepresentationsService {

    /** How long a clinic has to decide about a child's objection. */
    static final Duration TIME_TO_DECIDE = Duration.ofDays(14);

    private static final String OWN_USE = "own-use";

    private final Database database;
    private final PersonService persons;
    private final DeactivationService deactivations;
    private final GroundRepository grounds;
    private final Planner planner;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final AuditTrail audit;
    private final Clock clock;

    MyRepresentationsService(
            Database database,
            PersonService persons,
            DeactivationService deactivations,
            GroundRepository grounds,
            Planner planner,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.deactivations = deactivations;
        this.grounds = grounds;
        this.planner = planner;
        this.numbers = numbers;
        this.aliases = aliases;
        this.audit = audit;
        this.clock = clock;
    }

    RepresentationsView view(Citizen citizen) {
        Person me = me(citizen);
        return database.asWorker(tx -> {
            List<UUID> mine = persons.aliases(tx, me.id());
            List<Person> represented = persons.representedBy(tx, mine);
            record(tx, citizen, "representations-read", "person", me.id(), citizen.alias());
            return new RepresentationsView(
                    represented.stream()
                            .flatMap(person -> person.plan().representations().stream()
                                    .filter(right -> mine.contains(right.representative()))
                                    .map(right -> RepresentationsView.Right.of(
                                            person.id(),
                                            persons.name(tx, person.id()).orElse(null),
                                            right)))
                            .toList(),
                    me.plan().representations().stream()
                            .flatMap(right -> persons
                                    .find(tx, right.representative())
                                    .map(other ->
                                            RepresentationsView.Right.of(other.id(), nameOf(tx, other, right), right))
                                    .stream())
                            .toList(),
                    powers(tx, mine),
                    me.plan().readsOwnFrom(),
                    changes(me, mine, represented));
        });
    }

    /** A power of attorney is given to a number, and a number shall not tell a name. */
    private @Nullable String nameOf(Transaction tx, Person representative, Representation right) {
        return right.kind() == RepresentationKind.POWER_OF_ATTORNEY
                ? null
                : persons.name(tx, representative.id()).orElse(null);
    }

    private List<ComingChange> changes(Person me, List<UUID> mine, List<Person> represented) {
        LocalDate today = today();
        return Stream.of(
                        ComingChange.ofPerson(me.id(), me.plan(), today).stream(),
                        ComingChange.ofPowers(me.id(), me.plan(), today).stream(),
                        represented.stream()
                                .flatMap(person ->
                                        ComingChange.forRepresentative(person.id(), person.plan(), mine, today)
                                                .stream()))
                .flatMap(changes -> changes)
                .toList();
    }

    private List<PowerOfAttorneyView> powers(Transaction tx, List<UUID> mine) {
        return Stream.concat(
                        grounds.about(tx, mine).stream()
                                .filter(MyRepresentationsService::isPower)
                                .map(power -> PowerOfAttorneyView.of(power, true)),
                        grounds.naming(tx, mine).stream()
                                .filter(MyRepresentationsService::isPower)
                                .map(power -> PowerOfAttorneyView.of(power, false)))
                .filter(power -> power.until() == null || power.until().isAfter(today()))
                .toList();
    }

    private static boolean isPower(Ground ground) {
        return ground.kind() == GroundKind.POWER_OF_ATTORNEY;
    }

    /** Whether anybody is known with the number makes no difference to the answer; it takes effect once somebody is. */
    PowerOfAttorneyView give(
            Citizen citizen, String receiversNumber, RepresentationScope scope, @Nullable LocalDate until) {
        UUID receiver = aliases.alias(numbers.parse(receiversNumber));
        Person me = me(citizen);
        if (today().isBefore(Age.SIXTEEN.of(me.birthDate()))) {
            throw RepresentationProblem.GIVER_TOO_YOUNG.because("You can give a power of attorney from 16.");
        }
        if (until != null && !until.isAfter(today())) {
            throw RepresentationProblem.PERIOD.because("The last day is over already.");
        }
        return database.asWorker(tx -> {
            if (persons.aliases(tx, me.id()).contains(receiver)) {
                throw RepresentationProblem.NOT_TO_ONESELF.because("This is your own number.");
            }
            Ground power = Ground.power(citizen.alias(), receiver, scope, today(), until, clock.instant());
            grounds.add(tx, power);
            planner.replanAlias(tx, citizen.alias());
            record(tx, citizen, "power-of-attorney-given", "power-of-attorney", power.id(), citizen.alias());
            return PowerOfAttorneyView.of(power, true);
        });
    }

    /** Giver and receiver alike may end it; from the commit on nobody acts by it. */
    void end(Citizen citizen, UUID id) {
        Ground power = database.asCaller(tx -> grounds.find(tx, id))
                .filter(MyRepresentationsService::isPower)
                .orElseThrow(() -> nothing("No power of attorney " + id + " of yours."));
        database.asWorkerDo(tx -> {
            if (grounds.end(tx, id, clock.instant())) {
                planner.replanAlias(tx, power.person());
                record(tx, citizen, "power-of-attorney-ended", "power-of-attorney", id, power.person());
            }
        });
    }

    /** Only a parent who sees the child may consent: to everybody else there is no such child. */
    void consentToLogin(Citizen citizen, UUID childId) {
        Person child = ownChild(citizen, childId);
        database.asWorkerDo(tx -> {
            if (consents(tx, citizen, child).isEmpty()) {
                Ground consent = Ground.consent(alias(tx, child), citizen.alias(), today(), clock.instant());
                grounds.add(tx, consent);
                planner.replanAlias(tx, consent.person());
                record(tx, citizen, "login-consent-given", "person", child.id(), consent.person());
            }
        });
    }

    void revokeLoginConsent(Citizen citizen, UUID childId) {
        Person child = ownChild(citizen, childId);
        database.asWorkerDo(tx -> consents(tx, citizen, child).forEach(consent -> {
            if (grounds.end(tx, consent.id(), clock.instant())) {
                planner.replanAlias(tx, consent.person());
                record(tx, citizen, "login-consent-revoked", "person", child.id(), consent.person());
            }
        }));
    }

    private List<Ground> consents(Transaction tx, Citizen citizen, Person child) {
        List<UUID> mine = ownAliases(tx, citizen);
        return grounds.about(tx, persons.aliases(tx, child.id())).stream()
                .filter(ground -> ground.kind() == GroundKind.LOGIN_CONSENT && mine.contains(ground.representative()))
                .toList();
    }

    private Person ownChild(Citizen citizen, UUID childId) {
        Person me = me(citizen);
        return database.asWorker(tx -> persons.representedBy(tx, persons.aliases(tx, me.id())).stream()
                .filter(person -> person.id().equals(childId))
                .filter(person -> person.plan().representations().stream()
                        .anyMatch(right -> isParent(right, persons.aliases(tx, me.id()))))
                .findFirst()
                .orElseThrow(() -> nothing("No child " + childId + " of yours.")));
    }

    private boolean isParent(Representation right, List<UUID> aliases) {
        return right.kind() == RepresentationKind.PARENT
                && right.holdsOn(today())
                && aliases.contains(right.representative());
    }

    /** Hides at once; the clinic then decides whether it stays so. */
    ObjectionView object(Citizen citizen, String organization) {
        OrganizationNumber clinic = OrganizationNumber.of(organization);
        Person me = me(citizen);
        if (!today().isBefore(Age.SIXTEEN.of(me.birthDate()))) {
            throw RepresentationProblem.NOT_OF_AGE.because("From 16 no parent sees your letters.");
        }
        return database.asWorker(tx -> {
            Instant now = clock.instant();
            Ground objection =
                    Ground.objection(citizen.alias(), clinic.value(), today(), now, now.plus(TIME_TO_DECIDE));
            grounds.add(tx, objection);
            planner.replanAlias(tx, citizen.alias());
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("objection-raised")
                            .to("objection", objection.id())
                            .of(citizen.alias())
                            .because(OWN_USE)
                            .forController(clinic.value()));
            return ObjectionView.of(objection);
        });
    }

    private Person me(Citizen citizen) {
        return database.asCaller(tx -> {
            Person person = persons.self(tx, citizen.alias());
            deactivations.refuse(tx, person.id());
            return person;
        });
    }

    private List<UUID> ownAliases(Transaction tx, Citizen citizen) {
        return persons.aliases(tx, persons.self(tx, citizen.alias()).id());
    }

    private UUID alias(Transaction tx, Person person) {
        return persons.aliases(tx, person.id()).getFirst();
    }

    private LocalDate today() {
        return NorwegianDay.of(clock.instant());
    }

    private static ProblemException nothing(String detail) {
        return RepresentationProblem.NOT_FOUND.because(detail);
    }

    private void record(Transaction tx, Citizen citizen, String what, String type, UUID object, UUID subject) {
        audit.record(
                tx,
                AuditEntry.by(citizen).did(what).to(type, object).of(subject).because(OWN_USE));
    }
}
