package no.brevdue.audit.decision;

import no.brevdue.audit.decision.Ground.Basis;
import no.brevdue.audit.decision.Ground.Consent;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Doubts;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Says on which ground controllers write to a person, for the access log. */
@ApplicationScoped
public class Grounds {

    private final DecisionRepository decisions;
    private final Doubts doubts;
    private final Clock clock;

    Grounds(DecisionRepository decisions, Doubts doubts, Clock clock) {
        this.decisions = decisions;
        this.doubts = doubts;
        this.clock = clock;
    }

    /** Where nothing was declared, letters rest on law. */
    public Map<String, Ground> of(Transaction tx, List<UUID> aliases, Collection<String> controllers) {
        boolean doubtful = aliases.stream().anyMatch(alias -> decisions.isInDoubt(tx, alias, doubts.heardSince()));
        Map<String, Basis> bases = decisions.bases(tx, controllers);
        Map<String, Ground> grounds = new HashMap<>();
        for (String controller : controllers) {
            grounds.put(controller, doubtful ? Ground.IN_DOUBT : ground(tx, aliases, controller, bases));
        }
        return grounds;
    }

    private Ground ground(Transaction tx, List<UUID> aliases, String controller, Map<String, Basis> bases) {
        Basis basis = bases.getOrDefault(controller, Basis.LAW);
        return new Ground(basis, basis == Basis.CONSENT ? consent(tx, aliases, controller) : null);
    }

    /** A no under one alias is one for the person, also where another consent has run out. */
    private Consent consent(Transaction tx, List<UUID> aliases, String controller) {
        List<Consent> said = decisions.consents(tx, aliases, controller, clock.instant());
        return said.stream()
                .filter(state -> state != Consent.GRANTED)
                .min(Comparator.comparing(state -> state == Consent.EXPIRED))
                .orElse(said.isEmpty() ? Consent.UNANSWERED : Consent.GRANTED);
    }
}
