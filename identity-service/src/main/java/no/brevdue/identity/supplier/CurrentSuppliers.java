package no.brevdue.identity.supplier;

import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.CurrentFacts;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Every supplier of every organisation, those that may do nothing any more among them. */
@ApplicationScoped
class CurrentSuppliers implements CurrentFacts {

    private final SupplierRepository suppliers;

    CurrentSuppliers(SupplierRepository suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public List<? extends Event> after(Transaction tx, String key, int limit) {
        return suppliers.shareAfter(tx, key, limit);
    }
}
