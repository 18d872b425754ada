package no.brevdue.identity.registration;

import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.CurrentFacts;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Every alias that was refused and has not been asked about again. */
@ApplicationScoped
class CurrentRefusals implements CurrentFacts {

    private final RegistrationRepository registrations;

    CurrentRefusals(RegistrationRepository registrations) {
        this.registrations = registrations;
    }

    @Override
    public List<? extends Event> after(Transaction tx, String key, int limit) {
        return registrations.refusedAfter(tx, key, limit);
    }
}
