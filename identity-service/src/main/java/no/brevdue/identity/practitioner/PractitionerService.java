package no.brevdue.identity.practitioner;

import no.brevdue.identity.organization.OrganizationService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.caller.Caller.HealthWorker;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is a practitioner, and what they may do now. */
@ApplicationScoped
public class PractitionerService {

    /** How long a claim awaits a decision. */
    static final Duration CLAIM_LASTS = Duration.ofDays(30);

    private static final int MOST_CLAIMS = 5;

    private final Database database;
    private final PractitionerRepository practitioners;
    private final ClaimRepository claims;
    private final OrganizationService organizations;
    private final PersonService persons;
    private final AuditTrail audit;
    private final Clock clock;

    PractitionerService(
            Database database,
            PractitionerRepository practitioners,
            ClaimRepository claims,
            OrganizationService organizations,
            PersonService persons,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.practitioners = practitioners;
        this.claims = claims;
        this.organizations = organizations;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** A problem unless the caller may record something. Systems are their organisation's own matter. */
    public void requireActing(Caller caller) {
        if (caller instanceof HealthWorker worker && !seen(worker).standing().acts()) {
            throw mayNot();
        }
    }

    /** A problem unless the caller may look. */
    public void requireLooking(Caller caller) {
        if (caller instanceof HealthWorker worker && !seen(worker).standing().looks()) {
            throw mayNot();
        }
    }

    private static ProblemException mayNot() {
        return PractitionerProblem.MAY_NOT_ACT.because("The organisation does not let you do this now.");
    }

    /** HelseID has verified who this is; what the organisation has said of them holds all the same. */
    public Practitioner seen(HealthWorker worker) {
        HprNumber hprNumber = HprNumber.of(worker.hprNumber());
        return database.asWorker(tx -> practitioners
                .find(tx, worker.organization(), hprNumber)
                .orElseGet(() -> {
                    practitioners.seen(tx, worker.organization(), hprNumber, clock.instant());
                    return practitioners
                            .find(tx, worker.organization(), hprNumber)
                            .orElseThrow();
                }));
    }

    /** What the person is to organisations: a practitioner, or a visitor as long as a claim is undecided. */
    List<MyPractitioner> mine(Citizen citizen) {
        Person me = me(citizen);
        return database.asWorker(tx -> {
            List<UUID> aliases = persons.aliases(tx, me.id());
            return Stream.concat(
                            practitioners.ofPerson(tx, aliases).stream().map(MyPractitioner::of),
                            claims.ofPerson(tx, aliases, clock.instant()).stream()
                                    .map(MyPractitioner::visitor))
                    .toList();
        });
    }

    /** Whether it matches is told to nobody but the superuser, who decides. */
    MyPractitioner claim(
            Citizen citizen, OrganizationNumber organization, HprNumber hprNumber, long herId, LocalDate birthDate) {
        Person me = me(citizen);
        return database.asWorker(tx -> {
            Instant now = clock.instant();
            List<Claim> open = claims.ofPerson(tx, persons.aliases(tx, me.id()), now);
            if (open.size() >= MOST_CLAIMS) {
                throw PractitionerProblem.TOO_MANY_CLAIMS
                        .because("Your earlier claims are not decided yet.")
                        .retryAfter(Duration.ofDays(1));
            }
            boolean matched = organizations.works(tx, organization, herId, hprNumber.value())
                    && me.birthDate().equals(birthDate)
                    && !me.deceased();
            Claim claim = new Claim(
                    UUID.randomUUID(),
                    organization.value(),
                    hprNumber.value(),
                    citizen.alias(),
                    matched,
                    now,
                    now.plus(CLAIM_LASTS));
            claims.add(tx, claim);
            record(tx, citizen, "practitioner-claimed", organization, claim.id(), citizen.alias());
            return MyPractitioner.visitor(claim);
        });
    }

    Practitioners of(Citizen superuser, OrganizationNumber organization) {
        organizations.requireSuperuser(organization);
        return database.asWorker(tx -> {
            record(tx, superuser, "practitioners-read", organization, organization, null);
            return new Practitioners(
                    practitioners.ofOrganization(tx, organization).stream()
                            .map(one -> Practitioners.Item.of(one, name(tx, one.alias())))
                            .toList(),
                    claims.ofOrganization(tx, organization, clock.instant()).stream()
                            .map(claim -> Practitioners.Awaiting.of(claim, name(tx, claim.alias())))
                            .toList());
        });
    }

    void decide(Citizen superuser, OrganizationNumber organization, UUID claimId, boolean confirmed) {
        organizations.requireSuperuser(organization);
        database.asWorkerDo(tx -> {
            Instant now = clock.instant();
            Claim claim = claims.lock(tx, organization, claimId, now)
                    .orElseThrow(() -> PractitionerProblem.NOT_FOUND.because("No claim " + claimId + " here."));
            if (confirmed) {
                confirm(tx, superuser, claim, now);
            }
            claims.decide(tx, claimId, confirmed, now);
            record(
                    tx,
                    superuser,
                    confirmed ? "practitioner-confirmed" : "practitioner-rejected",
                    organization,
                    claimId,
                    claim.alias());
        });
    }

    private void confirm(Transaction tx, Citizen superuser, Claim claim, Instant now) {
        if (persons.find(tx, superuser.alias())
                .map(Person::id)
                .equals(persons.find(tx, claim.alias()).map(Person::id))) {
            throw PractitionerProblem.OWN_CLAIM.because("The claim is your own.");
        }
        if (!claim.matched()) {
            throw PractitionerProblem.NO_MATCH.because("The registers say something else.");
        }
        practitioners.confirm(tx, claim, now);
    }

    /** At once, for HelseID too. */
    void change(Citizen superuser, OrganizationNumber organization, UUID id, Standing standing) {
        organizations.requireSuperuser(organization);
        database.asWorkerDo(tx -> {
            Practitioner practitioner = require(tx, organization, id);
            if (practitioner.standing() != standing) {
                practitioners.change(tx, id, standing, clock.instant());
                record(tx, superuser, "practitioner-" + standing.code(), organization, id, practitioner.alias());
            }
        });
    }

    /** Somebody who works there, unchanged until the transaction ends. */
    public Practitioner require(Transaction tx, OrganizationNumber organization, UUID id) {
        return practitioners
                .lock(tx, organization, id)
                .orElseThrow(() -> PractitionerProblem.NOT_FOUND.because("No practitioner " + id + " here."));
    }

    void forgetUndecided() {
        database.asWorkerDo(tx -> claims.forget(tx, clock.instant()));
    }

    private Person me(Citizen citizen) {
        return database.asCaller(tx -> persons.self(tx, citizen.alias()));
    }

    private @Nullable String name(Transaction tx, @Nullable UUID alias) {
        return alias == null
                ? null
                : persons.find(tx, alias)
                        .flatMap(person -> persons.name(tx, person.id()))
                        .orElse(null);
    }

    private void record(
            Transaction tx,
            Citizen citizen,
            String what,
            OrganizationNumber organization,
            Object object,
            @Nullable UUID subject) {
        audit.record(
                tx,
                AuditEntry.by(citizen)
                        .did(what)
                        .to("practitioner", object)
                        .of(subject)
                        .because("administration")
                        .forController(organization.value()));
    }
}
