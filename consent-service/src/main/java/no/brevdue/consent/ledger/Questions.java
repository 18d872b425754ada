package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A letter that waits for a consent is a question, as long as it waits. Whoever has answered is not asked again until the answer
 * has run out.
 */
@ApplicationScoped
public class Questions {

    private final ConsentRepository consents;
    private final Decisions decisions;
    private final Clock clock;

    Questions(ConsentRepository consents, Decisions decisions, Clock clock) {
        this.consents = consents;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Takes no lock: a question that crosses its answer goes when its letter does. */
    public void letterHeld(Transaction tx, DeliveryHeld held) {
        if (held.reason() != HoldReason.AWAITING_CONSENT || held.alias() == null || held.sender() == null) {
            waitsNoLonger(tx, held.deliveryId());
            return;
        }
        String purpose = ConsentPurpose.LETTERS.code();
        boolean unanswered = consents.about(tx, decisions.aliases(tx, held.alias()), held.sender(), purpose).stream()
                .allMatch(consent -> consent.state() == ConsentState.EXPIRED);
        if (unanswered) {
            consents.ask(tx, held.deliveryId(), held.alias(), held.sender(), purpose, clock.instant());
        }
    }

    /** The letter was published, goes another way, or was taken back. */
    public void waitsNoLonger(Transaction tx, UUID deliveryId) {
        consents.waitsNoLonger(tx, deliveryId);
    }
}
