package no.brevdue.consent.basis;

import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.CurrentFacts;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** What each controller has in force. */
@ApplicationScoped
class CurrentBases implements CurrentFacts {

    private final BasisRepository bases;

    CurrentBases(BasisRepository bases) {
        this.bases = bases;
    }

    @Override
    public List<? extends Event> after(Transaction tx, String key, int limit) {
        List<String> controllers = bases.controllersAfter(tx, key, limit);
        controllers.forEach(controller -> bases.lock(tx, controller));
        return controllers.stream()
                .map(controller -> BasisService.fact(bases.inForce(tx, controller)))
                .toList();
    }
}
