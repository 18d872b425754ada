package no.brevdue.identity.listing;

import no.brevdue.identity.organization.OrganizationService;
import no.brevdue.identity.practitioner.Practitioner;
import no.brevdue.identity.practitioner.PractitionerService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.caller.Caller.HealthWorker;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever edits does so in their own name, and each edit is on record: for the organisation, and in the log of whom it is about. */
@ApplicationScoped
class ListingService {

    private final Database database;
    private final ListingRepository listings;
    private final OrganizationService organizations;
    private final PractitionerService practitioners;
    private final ServiceKey serviceKey;
    private final AuditTrail audit;
    private final Clock clock;

    ListingService(
            Database database,
            ListingRepository listings,
            OrganizationService organizations,
            PractitionerService practitioners,
            ServiceKey serviceKey,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.listings = listings;
        this.organizations = organizations;
        this.practitioners = practitioners;
        this.serviceKey = serviceKey;
        this.audit = audit;
        this.clock = clock;
    }

    Listing of(Citizen superuser, OrganizationNumber organization, UUID practitioner) {
        organizations.requireSuperuser(organization);
        return database.asWorker(tx -> read(tx, superuser, practitioners.require(tx, organization, practitioner)));
    }

    void change(Citizen superuser, OrganizationNumber organization, UUID practitioner, Listing wanted) {
        Listing listing = wanted.checked();
        organizations.requireSuperuser(organization);
        database.asWorkerDo(
                tx -> replace(tx, superuser, practitioners.require(tx, organization, practitioner), listing));
    }

    Listing own(HealthWorker worker) {
        Practitioner me = practitioners.seen(worker);
        return database.asWorker(tx -> read(tx, worker, me));
    }

    void changeOwn(HealthWorker worker, Listing wanted) {
        Listing listing = wanted.checked();
        practitioners.requireActing(worker);
        Practitioner me = practitioners.seen(worker);
        database.asWorkerDo(tx -> replace(tx, worker, me, listing));
    }

    private Listing read(Transaction tx, Caller caller, Practitioner whose) {
        record(tx, caller, whose, "listing-read");
        return listings.head(tx, whose.id())
                .map(head -> new Listing(
                        phone(whose.id(), head.phone()),
                        head.waitingDays(),
                        listings.hours(tx, whose.id()),
                        listings.absences(tx, whose.id())))
                .orElse(Listing.NOTHING);
    }

    private void replace(Transaction tx, Caller caller, Practitioner whose, Listing listing) {
        String phone = listing.phone();
        byte[] encrypted = phone == null
                ? null
                : serviceKey.encrypt(phone.getBytes(StandardCharsets.US_ASCII), phoneOf(whose.id()));
        listings.replace(
                tx, whose.id(), new ListingRepository.Head(encrypted, listing.waitingDays()), listing, clock.instant());
        record(tx, caller, whose, "listing-changed");
    }

    private @Nullable String phone(UUID practitioner, byte @Nullable [] encrypted) {
        return encrypted == null
                ? null
                : new String(serviceKey.decrypt(encrypted, phoneOf(practitioner)), StandardCharsets.US_ASCII);
    }

    private static byte[] phoneOf(UUID practitioner) {
        return AssociatedData.of("listing.phone", practitioner);
    }

    private void record(Transaction tx, Caller caller, Practitioner whose, String what) {
        audit.record(
                tx,
                AuditEntry.by(caller)
                        .did(what)
                        .to("practitioner", whose.id())
                        .of(whose.alias())
                        .because("administration")
                        .forController(whose.organization()));
    }
}
