package no.brevdue.consent.basis;

import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared.PurposeBasis;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Declaring a legal basis, and telling it. */
@ApplicationScoped
class BasisService {

    private final Database database;
    private final BasisRepository bases;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    BasisService(Database database, BasisRepository bases, Outbox outbox, AuditTrail audit, Clock clock) {
        this.database = database;
        this.bases = bases;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<Declaration> inForce(OrganizationNumber controller) {
        return database.asCaller(tx -> bases.inForce(tx, controller.value()));
    }

    /** A clinic declares its own; the row policy lets it declare no other's. */
    Declaration declareOwn(Caller.ClientSystem clinic, String purpose, LegalBasis basis, String provision) {
        return database.asCaller(tx -> declare(tx, clinic, clinic.consumer(), purpose, basis, provision));
    }

    /** Operators declare for any controller, on its word. */
    Declaration declare(
            Caller operator, OrganizationNumber controller, String purpose, LegalBasis basis, String provision) {
        return database.asWorker(tx -> declare(tx, operator, controller, purpose, basis, provision));
    }

    /** Declaring again what is in force is found, and stores and tells nothing. */
    private Declaration declare(
            Transaction tx,
            Caller by,
            OrganizationNumber controller,
            String purpose,
            LegalBasis basis,
            String provision) {
        bases.lock(tx, controller.value());
        Optional<Declaration> same = bases.inForce(tx, controller.value()).stream()
                .filter(one -> one.purpose().equals(purpose)
                        && one.basis() == basis
                        && one.provision().equals(provision))
                .findFirst();
        return same.orElseGet(() -> declareNow(tx, by, controller, purpose, basis, provision));
    }

    private Declaration declareNow(
            Transaction tx,
            Caller by,
            OrganizationNumber controller,
            String purpose,
            LegalBasis basis,
            String provision) {
        Declaration declared = bases.add(tx, controller.value(), purpose, basis, provision, clock.instant());
        outbox.publish(tx, fact(bases.inForce(tx, controller.value())));
        audit.record(
                tx,
                AuditEntry.by(by)
                        .did("legal-basis-declared")
                        .to("legal-basis", controller.value() + "/" + purpose)
                        .because("accountability")
                        .forController(controller.value()));
        return declared;
    }

    /** All that a controller has in force, as one fact. */
    static LegalBasisDeclared fact(List<Declaration> inForce) {
        return new LegalBasisDeclared(
                inForce.getFirst().controller(),
                inForce.stream().mapToLong(Declaration::version).max().orElseThrow(),
                inForce.stream()
                        .map(one -> new PurposeBasis(one.purpose(), one.basis()))
                        .toList());
    }
}
