package no.brevdue.consent.decision;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what the readers say. */
@ApplicationScoped
public class Effects {

    private final DecisionRepository decisions;

    Effects(DecisionRepository decisions) {
        this.decisions = decisions;
    }

    public void applied(Transaction tx, UUID alias, String reader, long version, Instant at) {
        decisions.applied(tx, alias, reader, version, at);
    }
}
