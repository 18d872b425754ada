package no.brevdue.identity.organization;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who looks after an organisation: an operator names the responsible manager, who appoints superusers. Roles are looked up
 * under the caller's own role; whoever has none finds no organisation.
 */
@ApplicationScoped
public class OrganizationService {

    private static final String ADMINISTRATION = "administration";

    private final Database database;
    private final PartyRepository parties;
    private final RoleRepository roles;
    private final PersonService persons;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final AuditTrail audit;
    private final Clock clock;

    OrganizationService(
            Database database,
            PartyRepository parties,
            RoleRepository roles,
            PersonService persons,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.parties = parties;
        this.roles = roles;
        this.persons = persons;
        this.numbers = numbers;
        this.aliases = aliases;
        this.audit = audit;
        this.clock = clock;
    }

    Organization organization(OrganizationNumber number) {
        return database.asWorker(tx -> require(tx, number));
    }

    /** Names who is responsible; naming somebody else later dismisses nobody whom the one before appointed. */
    Organization activate(Caller operator, OrganizationNumber number, String managersNumber) {
        UUID manager = aliases.alias(numbers.parse(managersNumber));
        return database.asWorker(tx -> {
            Organization organization = require(tx, number);
            roles.activate(tx, number, manager, clock.instant());
            record(tx, operator, "organization-activated", number, manager);
            return organization;
        });
    }

    List<Superuser> superusers(Citizen manager, OrganizationNumber number) {
        requireManager(number);
        return database.asWorker(tx -> {
            record(tx, manager, "superusers-read", number, null);
            return roles.superusers(tx, number).stream()
                    .map(appointed ->
                            new Superuser(appointed.id(), name(tx, appointed.alias()), appointed.appointedAt()))
                    .toList();
        });
    }

    /** Whether anybody is known with the number makes no difference to the answer. */
    UUID appoint(Citizen manager, OrganizationNumber number, String superusersNumber) {
        UUID alias = aliases.alias(numbers.parse(superusersNumber));
        requireManager(number);
        return database.asWorker(tx -> {
            UUID id = roles.appoint(tx, number, alias, clock.instant());
            record(tx, manager, "superuser-appointed", number, alias);
            return id;
        });
    }

    void dismiss(Citizen manager, OrganizationNumber number, UUID id) {
        requireManager(number);
        database.asWorkerDo(tx -> {
            UUID alias = roles.superusers(tx, number).stream()
                    .filter(superuser -> superuser.id().equals(id))
                    .map(RoleRepository.Appointment::alias)
                    .findFirst()
                    .orElseThrow(() -> OrganizationProblem.NO_SUPERUSER.because("No superuser " + id + " here."));
            roles.dismiss(tx, id, clock.instant());
            record(tx, manager, "superuser-dismissed", number, alias);
        });
    }

    /** A problem unless the caller of this request is a superuser there now. */
    public void requireSuperuser(OrganizationNumber number) {
        if (!database.asCaller(tx -> roles.isSuperuser(tx, number))) {
            throw OrganizationProblem.NOT_FOUND.because("You look after no organisation with this number.");
        }
    }

    /** Whether the address register knows a practitioner under this HER-id in this organisation, which must be known too. */
    public boolean works(Transaction tx, OrganizationNumber number, long herId, long hprNumber) {
        Organization unused = require(tx, number);
        return parties.works(tx, number, herId, hprNumber, clock.instant());
    }

    private void requireManager(OrganizationNumber number) {
        if (!database.asCaller(tx -> roles.isManager(tx, number))) {
            throw OrganizationProblem.NOT_FOUND.because("You are responsible for no organisation with this number.");
        }
    }

    private Organization require(Transaction tx, OrganizationNumber number) {
        return parties.organization(tx, number, clock.instant())
                .orElseThrow(() -> OrganizationProblem.NOT_FOUND.because("The address register knows no such number."));
    }

    private @Nullable String name(Transaction tx, UUID alias) {
        return persons.find(tx, alias)
                .map(Person::id)
                .flatMap(person -> persons.name(tx, person))
                .orElse(null);
    }

    private void record(
            Transaction tx, Caller caller, String what, OrganizationNumber organization, @Nullable UUID subject) {
        audit.record(
                tx,
                AuditEntry.by(caller)
                        .did(what)
                        .to("organization", organization)
                        .of(subject)
                        .because(ADMINISTRATION)
                        .forController(organization.value()));
    }
}
