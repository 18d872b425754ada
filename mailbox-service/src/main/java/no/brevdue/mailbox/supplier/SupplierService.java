package no.brevdue.mailbox.supplier;

import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;

import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SupplierService {

    private final Database database;
    private final SupplierRepository suppliers;
    private final AuditTrail audit;
    private final Clock clock;

    SupplierService(Database database, SupplierRepository suppliers, AuditTrail audit, Clock clock) {
        this.database = database;
        this.suppliers = suppliers;
        this.audit = audit;
        this.clock = clock;
    }

    List<RegisteredSupplier> all(ClientSystem caller) {
        return database.asCaller(tx -> suppliers.all(tx, caller.consumer().value()));
    }

    void register(ClientSystem caller, OrganizationNumber supplier) {
        OrganizationItself.require(caller);
        if (supplier.equals(caller.consumer())) {
            throw SupplierProblem.SUPPLIER_IS_ITSELF.because("The organisation named itself.");
        }
        database.asCallerDo(tx -> {
            if (suppliers.register(tx, caller.consumer().value(), supplier.value(), clock.instant())) {
                record(tx, caller, "supplier-registered", supplier);
            }
        });
    }

    void end(ClientSystem caller, OrganizationNumber supplier) {
        OrganizationItself.require(caller);
        database.asCallerDo(tx -> {
            if (!suppliers.end(tx, caller.consumer().value(), supplier.value(), clock.instant())) {
                throw SupplierProblem.SUPPLIER_UNKNOWN.because("No such supplier is registered.");
            }
            record(tx, caller, "supplier-ended", supplier);
        });
    }

    private void record(Transaction tx, ClientSystem caller, String what, OrganizationNumber supplier) {
        audit.record(
                tx,
                AuditEntry.by(caller)
                        .did(what)
                        .to("supplier", supplier.value())
                        .because("access-administration")
                        .forController(caller.consumer().value()));
    }
}
