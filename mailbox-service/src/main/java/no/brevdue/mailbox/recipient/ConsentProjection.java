package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.consent.v1.AccessRestricted;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.contracts.consent.v1.ConsentDecision;
import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.consent.v1.ConsentExpired;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentRefused;
import no.brevdue.contracts.consent.v1.ConsentRenewed;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared;
import no.brevdue.contracts.consent.v1.NewsletterRequested;
import no.brevdue.contracts.consent.v1.PersonDecision;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.contracts.mailbox.v1.DecisionsApplied;
import no.brevdue.contracts.mailbox.v1.DriftFound;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;
import no.brevdue.platform.outbox.Outbox;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Keeps what people have decided in step with consent-service, and says up to where it acts on it. Order is the version of
 * a person's decisions: an older fact changes nothing, and a jump means that one in between is missing.
 */
@ApplicationScoped
class ConsentProjection implements Projection<ConsentEvent> {

    private static final Logger LOGGER = Logger.getLogger(ConsentProjection.class);
    private static final String LETTERS = "letters";

    private final TermsRepository terms;
    private final DecisionRepository decisions;
    private final AliasLinks links;
    private final Outbox outbox;
    private final Event<RecipientChanged> changed;
    private final Event<ConsentEnded> ended;
    private final Event<LegalBasisChanged> bases;
    private final Event<DenialLifted> lifted;

    ConsentProjection(
            TermsRepository terms,
            DecisionRepository decisions,
            AliasLinks links,
            Outbox outbox,
            Event<RecipientChanged> changed,
            Event<ConsentEnded> ended,
            Event<LegalBasisChanged> bases,
            Event<DenialLifted> lifted) {
        this.terms = terms;
        this.decisions = decisions;
        this.links = links;
        this.outbox = outbox;
        this.changed = changed;
        this.ended = ended;
        this.bases = bases;
        this.lifted = lifted;
    }

    @Override
    public Class<ConsentEvent> family() {
        return ConsentEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<ConsentEvent> received) {
        switch (received.event()) {
            case TermsPublished fact -> terms.published(tx, fact);
            case LegalBasisDeclared fact -> declared(tx, fact);
            case NewsletterRequested unrelated -> {}
            case ChangeNoticeRequested unrelated -> {}
            case DecisionsCounted count -> {
                boolean differs = decisions.differs(tx, count);
                decisions.drifts(tx, count.partition(), differs);
                if (differs) {
                    outbox.publish(tx, new DriftFound(count.partition(), 1));
                }
            }
            case TermsAccepted fact -> inOrder(tx, fact, () -> terms.accepted(tx, fact));
            case ConsentGranted fact -> inOrder(tx, fact, () -> consent(tx, fact, fact.expiresAt()));
            case ConsentRenewed fact -> inOrder(tx, fact, () -> consent(tx, fact, fact.expiresAt()));
            case ConsentRefused fact -> inOrder(tx, fact, () -> consent(tx, fact, null));
            case ConsentWithdrawn fact -> inOrder(tx, fact, () -> consent(tx, fact, null));
            case ConsentExpired fact -> inOrder(tx, fact, () -> consent(tx, fact, null));
            case AccessRestricted fact ->
                inOrder(tx, fact, () -> decisions.restrict(tx, fact.alias(), fact.kind(), fact.target()));
            case AccessRestrictionLifted fact -> inOrder(tx, fact, () -> lift(tx, fact));
            case PersonDecisionsRestated fact -> restated(tx, fact);
        }
    }

    /** After a jump what is known is applied, and the person stays in doubt until everything has been said again. */
    private void inOrder(Transaction tx, PersonDecision fact, Runnable change) {
        long known = decisions.lock(tx, fact.alias());
        if (fact.version() <= known) {
            return;
        }
        boolean doubtful = fact.version() > known + 1 || decisions.isInDoubt(tx, fact.alias());
        decisions.head(tx, fact.alias(), fact.version(), doubtful);
        change.run();
        if (!doubtful) {
            outbox.publish(tx, new DecisionsApplied(fact.alias(), fact.version()));
        }
    }

    private void consent(Transaction tx, ConsentDecision fact, @Nullable Instant expiresAt) {
        decisions.consent(tx, fact.alias(), fact.controller(), fact.purpose(), fact.state(), expiresAt);
        if (fact.purpose().equals(LETTERS)) {
            tell(
                    tx,
                    locked(tx, fact.alias()),
                    fact.state() == ConsentState.GRANTED ? Set.of() : Set.of(fact.controller()));
        }
    }

    private void lift(Transaction tx, AccessRestrictionLifted fact) {
        decisions.lift(tx, fact.alias(), fact.kind(), fact.target());
        lifted.fire(new DenialLifted(tx, locked(tx, fact.alias())));
    }

    /** Heals: what was missed is in it. The same version again heals, too, since a copy may have lost what it had. */
    private void restated(Transaction tx, PersonDecisionsRestated fact) {
        long known = decisions.lock(tx, fact.alias());
        if (fact.version() < known) {
            suspect(tx, fact, known);
            return;
        }
        Set<String> lost = new HashSet<>(decisions.forget(tx, fact.alias()));
        fact.consents()
                .forEach(one -> decisions.consent(
                        tx, fact.alias(), one.controller(), one.purpose(), one.state(), one.expiresAt()));
        fact.consents().stream()
                .filter(one -> one.purpose().equals(LETTERS) && one.state() == ConsentState.GRANTED)
                .forEach(one -> lost.remove(one.controller()));
        fact.restrictions().forEach(one -> decisions.restrict(tx, fact.alias(), one.kind(), one.target()));
        terms.restated(tx, fact);
        decisions.head(tx, fact.alias(), fact.version(), false);
        outbox.publish(tx, new DecisionsApplied(fact.alias(), fact.version()));
        List<UUID> aliases = locked(tx, fact.alias());
        lifted.fire(new DenialLifted(tx, aliases));
        tell(tx, aliases, lost);
    }

    /**
     * Either a replay, or the source itself has forgotten: then it counts otherwise, numbers it gives out now have been given out
     * before, and what it says under them would be ignored. In doubt until it has come past what is known here.
     */
    private void suspect(Transaction tx, PersonDecisionsRestated fact, long known) {
        if (decisions.isDrifting(tx, fact.alias())) {
            LOGGER.errorf(
                    "consent-service knows less than this copy: alias=%s version=%d known=%d",
                    fact.alias(), fact.version(), known);
            decisions.head(tx, fact.alias(), known, true);
        }
    }

    /** All aliases of the person, about whom nobody decides before the change is committed. */
    private List<UUID> locked(Transaction tx, UUID alias) {
        List<UUID> aliases = links.aliasesOfSamePerson(tx, alias);
        RecipientLock.change(tx, aliases);
        return aliases;
    }

    private void tell(Transaction tx, List<UUID> aliases, Set<String> endedFor) {
        endedFor.forEach(controller -> ended.fire(new ConsentEnded(tx, aliases, controller)));
        changed.fire(new RecipientChanged(tx, aliases));
    }

    private void declared(Transaction tx, LegalBasisDeclared fact) {
        if (decisions.declare(tx, fact)) {
            bases.fire(new LegalBasisChanged(tx, fact.controller()));
        }
    }
}
