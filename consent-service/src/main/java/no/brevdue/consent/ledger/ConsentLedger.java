package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.ledger.ConsentService.Asked;
import no.brevdue.consent.ledger.LedgerEntry.Circumstances;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes one event: the row of the ledger, what holds after it, and the fact, in one transaction. */
@ApplicationScoped
class ConsentLedger {

    private final ConsentRepository consents;
    private final Decisions decisions;
    private final Outbox outbox;
    private final Clock clock;

    ConsentLedger(ConsentRepository consents, Decisions decisions, Outbox outbox, Clock clock) {
        this.consents = consents;
        this.decisions = decisions;
        this.outbox = outbox;
        this.clock = clock;
    }

    Consent append(
            Transaction tx, UUID alias, Optional<Consent> before, Asked about, EventType event, Circumstances how) {
        Instant now = clock.instant();
        long number = decisions.next(tx, alias);
        Consent after = before.map(consent -> consent.after(event, number, now))
                .orElseGet(() -> Consent.first(alias, about.controller(), about.purpose(), event, number, now));
        consents.save(tx, after);
        consents.append(tx, LedgerEntry.of(after, event, how));
        outbox.publish(tx, after.fact(event));
        return after;
    }
}
