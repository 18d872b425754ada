package no.brevdue.identity.representation;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.practitioner.PractitionerService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.time.NorwegianDay;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What clinics record: blocks, certificates, decisions about objections. Whether the person is known makes no difference to
 * the answer; what is recorded of somebody unknown holds from the day they are known.
 */
@ApplicationScoped
class CareService {

    private static final int MOST = 100;

    private final Database database;
    private final GroundRepository grounds;
    private final PersonService persons;
    private final PractitionerService practitioners;
    private final Planner planner;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final AuditTrail audit;
    private final Clock clock;

    CareService(
            Database database,
            GroundRepository grounds,
            PersonService persons,
            PractitionerService practitioners,
            Planner planner,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.grounds = grounds;
        this.persons = persons;
        this.practitioners = practitioners;
        this.planner = planner;
        this.numbers = numbers;
        this.aliases = aliases;
        this.audit = audit;
        this.clock = clock;
    }

    UUID block(Caller caller, String number, CarePurpose purpose) {
        return record(
                caller,
                Ground.block(alias(number), organization(caller), today(), clock.instant()),
                "disclosure-blocked",
                purpose);
    }

    UUID certify(
            Caller caller,
            String number,
            @Nullable String nextOfKin,
            LocalDate from,
            @Nullable LocalDate until,
            CarePurpose purpose) {
        Period period = new Period(from, until);
        if (period.isEmpty() || !period.endsAfter(today())) {
            throw RepresentationProblem.PERIOD.because("The certificate would hold on no day.");
        }
        UUID person = alias(number);
        UUID kin = nextOfKin == null ? null : alias(nextOfKin);
        if (person.equals(kin)) {
            throw RepresentationProblem.NOT_TO_ONESELF.because("Both numbers are the same.");
        }
        return record(
                caller,
                Ground.certificate(person, kin, organization(caller), period, clock.instant()),
                "certificate-recorded",
                purpose);
    }

    private UUID record(Caller caller, Ground ground, String what, CarePurpose purpose) {
        practitioners.requireActing(caller);
        database.asWorkerDo(tx -> {
            grounds.add(tx, ground);
            planner.replanAlias(tx, ground.person());
            audit(tx, caller, ground, what, purpose.code());
        });
        return ground.id();
    }

    /** Ends a block or a certificate that this organisation recorded. */
    void end(Caller caller, UUID id, GroundKind... kinds) {
        practitioners.requireActing(caller);
        Ground ground = require(id, kinds);
        database.asWorkerDo(tx -> {
            if (grounds.end(tx, id, clock.instant())) {
                planner.replanAlias(tx, ground.person());
                audit(
                        tx,
                        caller,
                        ground,
                        ground.kind() == GroundKind.BLOCK ? "block-lifted" : "certificate-revoked",
                        CarePurpose.TREATMENT.code());
            }
        });
    }

    /** Objections that await this organisation's decision, the most urgent first. */
    List<OpenObjection> objections(Caller caller) {
        practitioners.requireLooking(caller);
        List<Ground> undecided = database.asCaller(tx -> grounds.undecided(tx, MOST));
        return database.asWorker(tx -> undecided.stream()
                .map(objection -> {
                    audit(tx, caller, objection, "objection-read", CarePurpose.TREATMENT.code());
                    UUID child =
                            persons.find(tx, objection.person()).orElseThrow().id();
                    return OpenObjection.of(objection, persons.number(tx, child));
                })
                .toList());
    }

    /** An objection that is upheld hides until 16, or until the clinic changes its mind; another is over. */
    void decide(Caller caller, UUID id, boolean upheld) {
        practitioners.requireActing(caller);
        Ground objection = require(id, GroundKind.OBJECTION);
        database.asWorkerDo(tx -> {
            boolean decided = upheld ? grounds.uphold(tx, id, clock.instant()) : grounds.end(tx, id, clock.instant());
            if (decided) {
                planner.replanAlias(tx, objection.person());
                audit(
                        tx,
                        caller,
                        objection,
                        upheld ? "objection-upheld" : "objection-rejected",
                        CarePurpose.TREATMENT.code());
            }
        });
    }

    /** What birthdays will change for somebody's letters, and nothing of who acts for them; empty for whoever is unknown. */
    List<ComingChange> changes(Caller caller, String number, CarePurpose purpose) {
        practitioners.requireLooking(caller);
        UUID alias = alias(number);
        return database.asWorker(tx -> {
            audit.record(
                    tx,
                    AuditEntry.by(caller)
                            .did("coming-changes-read")
                            .to("person", alias)
                            .of(alias)
                            .because(purpose.code())
                            .forController(organization(caller)));
            Optional<Person> person = persons.find(tx, alias);
            return person.map(known -> ComingChange.ofPerson(null, known.plan(), today()))
                    .orElse(List.of());
        });
    }

    private Ground require(UUID id, GroundKind... kinds) {
        return database.asCaller(tx -> grounds.find(tx, id))
                .filter(ground -> List.of(kinds).contains(ground.kind()))
                .orElseThrow(() -> RepresentationProblem.NOT_FOUND.because("Nothing of yours has the id " + id + "."));
    }

    private void audit(Transaction tx, Caller caller, Ground ground, String what, String purpose) {
        audit.record(
                tx,
                AuditEntry.by(caller)
                        .did(what)
                        .to(ground.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), ground.id())
                        .of(ground.person())
                        .because(purpose)
                        .forController(organization(caller)));
    }

    private static String organization(Caller caller) {
        OrganizationNumber organization = switch (caller) {
            case Caller.ClientSystem system -> system.consumer();
            case Caller.HealthWorker worker -> worker.organization();
            case Caller.Citizen ignored -> throw new IllegalStateException("not for citizens");
            case Caller.Operator ignored -> throw new IllegalStateException("not for operators");
            case Caller.ServiceAccount ignored -> throw new IllegalStateException("not for services");
        };
        return organization.value();
    }

    private UUID alias(String number) {
        return aliases.alias(numbers.parse(number));
    }

    private LocalDate today() {
        return NorwegianDay.of(clock.instant());
    }
}
