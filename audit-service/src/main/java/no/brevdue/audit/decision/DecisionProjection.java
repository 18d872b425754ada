package no.brevdue.audit.decision;

import no.brevdue.audit.decision.DecisionRepository.Head;
import no.brevdue.contracts.accesslog.v1.DecisionsApplied;
import no.brevdue.contracts.accesslog.v1.DriftFound;
import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.contracts.consent.v1.ConsentDecision;
import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentRenewed;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared.PurposeBasis;
import no.brevdue.contracts.consent.v1.NewsletterRequested;
import no.brevdue.contracts.consent.v1.PersonDecision;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps what the access log says of decisions in step with consent-service, and says up to where it does. Order is the version:
 * an older fact changes nothing, and a jump leaves the person in doubt until everything has been said again.
 */
@ApplicationScoped
class DecisionProjection implements Projection<ConsentEvent> {

    private static final String LETTERS = "letters";

    private final DecisionRepository decisions;
    private final Outbox outbox;

    DecisionProjection(DecisionRepository decisions, Outbox outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    @Override
    public Class<ConsentEvent> family() {
        return ConsentEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<ConsentEvent> received) {
        switch (received.event()) {
            case PersonDecisionsRestated all -> restated(tx, all);
            case PersonDecision decision -> inOrder(tx, decision);
            case LegalBasisDeclared fact -> decisions.declare(tx, fact.controller(), fact.version(), ofLetters(fact));
            case DecisionsCounted count -> {
                if (decisions.differs(tx, count)) {
                    outbox.publish(tx, new DriftFound(count.partition(), 1));
                }
            }
            case TermsPublished unrelated -> {}
            case NewsletterRequested unrelated -> {}
            case ChangeNoticeRequested unrelated -> {}
        }
    }

    private void inOrder(Transaction tx, PersonDecision fact) {
        Head known = decisions.lock(tx, fact.alias()).orElse(Head.NONE);
        if (fact.version() <= known.version()) {
            return;
        }
        boolean doubtful = known.inDoubt() || fact.version() > known.version() + 1;
        decisions.head(tx, fact.alias(), new Head(fact.version(), doubtful));
        if (fact instanceof ConsentDecision consent && consent.purpose().equals(LETTERS)) {
            decisions.consent(tx, consent.alias(), consent.controller(), consent.state(), until(consent));
        }
        if (!doubtful) {
            outbox.publish(tx, new DecisionsApplied(fact.alias(), fact.version()));
        }
    }

    private static @Nullable Instant until(ConsentDecision consent) {
        return switch (consent) {
            case ConsentGranted granted -> granted.expiresAt();
            case ConsentRenewed renewed -> renewed.expiresAt();
            default -> null;
        };
    }

    /** Heals: what was missed is in it. */
    private void restated(Transaction tx, PersonDecisionsRestated fact) {
        if (fact.version() < decisions.lock(tx, fact.alias()).orElse(Head.NONE).version()) {
            return;
        }
        decisions.forget(tx, fact.alias());
        fact.consents().stream()
                .filter(one -> one.purpose().equals(LETTERS))
                .forEach(one -> decisions.consent(tx, fact.alias(), one.controller(), one.state(), one.expiresAt()));
        decisions.head(tx, fact.alias(), new Head(fact.version(), false));
        outbox.publish(tx, new DecisionsApplied(fact.alias(), fact.version()));
    }

    private static LegalBasis ofLetters(LegalBasisDeclared fact) {
        return fact.bases().stream()
                .filter(one -> one.purpose().equals(LETTERS))
                .map(PurposeBasis::basis)
                .findFirst()
                .orElse(LegalBasis.LAW);
    }
}
