package no.brevdue.mailbox.supplier;

import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.caller.SupplierAccess;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes in whom organisations let act for them. Whoever may read an organisation's letters may follow them, too. */
@ApplicationScoped
public class SupplierService {

    private static final String READ = "brevdue:letters.read";

    private final SupplierAccess access;
    private final SupplierRepository suppliers;
    private final Clock clock;

    SupplierService(SupplierAccess access, SupplierRepository suppliers, Clock clock) {
        this.access = access;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /** Heard twice it is once, and what comes late changes nothing. */
    public void changed(Transaction tx, SupplierAccessChanged fact) {
        if (access.apply(tx, fact)) {
            if (fact.scopes().contains(READ)) {
                suppliers.register(tx, fact.organization(), fact.supplier(), clock.instant());
            } else {
                suppliers.end(tx, fact.organization(), fact.supplier(), clock.instant());
            }
        }
    }
}
