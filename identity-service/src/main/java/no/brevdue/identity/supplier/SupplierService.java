package no.brevdue.identity.supplier;

import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The organisation lets suppliers in and out. The scope that this asks for cannot be let itself: otherwise a supplier could let in
 * others, or stay for ever.
 */
@ApplicationScoped
class SupplierService {

    /** What an organisation may let a supplier's system do. */
    static final Set<String> CAN_BE_LET = Set.of(
            "brevdue:letters.write",
            "brevdue:letters.read",
            "brevdue:inbox",
            "brevdue:legal-bases.write",
            "brevdue:research.read",
            "brevdue:representation");

    private final Database database;
    private final SupplierRepository suppliers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    SupplierService(Database database, SupplierRepository suppliers, Outbox outbox, AuditTrail audit, Clock clock) {
        this.database = database;
        this.suppliers = suppliers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<RegisteredSupplier> all(ClientSystem caller) {
        return database.asCaller(tx -> suppliers.all(tx, caller.consumer().value()));
    }

    /** From now on these scopes and no others. Saying it again changes nothing. */
    void let(ClientSystem caller, OrganizationNumber supplier, Collection<String> scopes) {
        if (supplier.equals(caller.consumer())) {
            throw SupplierProblem.SUPPLIER_IS_ITSELF.because("The organisation named itself.");
        }
        if (!CAN_BE_LET.containsAll(scopes)) {
            throw SupplierProblem.SCOPE_CANNOT_BE_LET.because("One of the scopes cannot be let to a supplier.");
        }
        database.asCallerDo(tx -> suppliers
                .let(tx, caller.consumer().value(), supplier.value(), new TreeSet<>(scopes), clock.instant())
                .ifPresent(fact -> changed(tx, caller, "supplier-registered", fact)));
    }

    void end(ClientSystem caller, OrganizationNumber supplier) {
        database.asCallerDo(tx -> changed(
                tx,
                caller,
                "supplier-ended",
                suppliers
                        .end(tx, caller.consumer().value(), supplier.value(), clock.instant())
                        .orElseThrow(
                                () -> SupplierProblem.SUPPLIER_NOT_FOUND.because("No such supplier acts for you."))));
    }

    private void changed(Transaction tx, ClientSystem caller, String what, SupplierAccessChanged fact) {
        outbox.publish(tx, fact);
        audit.record(
                tx,
                AuditEntry.by(caller)
                        .did(what)
                        .to("supplier", fact.supplier())
                        .because("access-administration")
                        .forController(fact.organization()));
    }
}
