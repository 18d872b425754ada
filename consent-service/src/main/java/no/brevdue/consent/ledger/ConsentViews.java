package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.decision.Effect;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows what holds, and who acts on it already: on all that was said under any alias of the person. */
@ApplicationScoped
class ConsentViews {

    private final Decisions decisions;
    private final Clock clock;

    ConsentViews(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Of one purpose of one controller; there is at least one. */
    ConsentView of(Transaction tx, List<Consent> consents) {
        Instant now = clock.instant();
        Map<UUID, List<Effect>> effects = new HashMap<>();
        consents.forEach(consent -> effects.put(consent.alias(), decisions.effects(tx, consent.alias())));
        return ConsentView.of(Together.deciding(consents, now).orElseThrow(), consents, now, effects);
    }
}
