package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** A letter that waits for a consent is a question; whoever has answered is not asked again until the answer has run out. */
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

    public void letterHeld(Transaction tx, DeliveryHeld held) {
        if (held.reason() != HoldReason.AWAITING_CONSENT || held.alias() == null || held.sender() == null) {
            return;
        }
        String purpose = ConsentPurpose.LETTERS.code();
        decisions.lock(tx, held.alias());
        boolean unanswered = consents.about(tx, decisions.aliases(tx, held.alias()), held.sender(), purpose).stream()
                .allMatch(consent -> consent.state() == ConsentState.EXPIRED);
        if (unanswered) {
            consents.ask(tx, held.alias(), held.sender(), purpose, clock.instant());
        }
    }
}
