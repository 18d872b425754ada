package no.brevdue.notification.dispatch;

import no.brevdue.contracts.consent.v1.ConsentDecision;
import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.NewsletterRequested;
import no.brevdue.contracts.consent.v1.PersonDecision;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.notification.v1.DecisionsApplied;
import no.brevdue.contracts.notification.v1.DriftFound;
import no.brevdue.notification.newsletter.Newsletters;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.outbox.Outbox;

import jakarta.enterprise.context.ApplicationScoped;

/** Nobody who has answered is invited to; and consent-service hears up to where that is so. */
@ApplicationScoped
class DecisionProjection implements Projection<ConsentEvent> {

    private final DecisionHeadRepository heads;
    private final NotificationRepository notifications;
    private final Newsletters newsletters;
    private final Outbox outbox;

    DecisionProjection(
            DecisionHeadRepository heads,
            NotificationRepository notifications,
            Newsletters newsletters,
            Outbox outbox) {
        this.heads = heads;
        this.notifications = notifications;
        this.newsletters = newsletters;
        this.outbox = outbox;
    }

    @Override
    public Class<ConsentEvent> family() {
        return ConsentEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<ConsentEvent> received) {
        if (received.event() instanceof DecisionsCounted count && heads.differs(tx, count)) {
            outbox.publish(tx, new DriftFound(count.partition(), 1));
        }
        if (received.event() instanceof NewsletterRequested requested) {
            newsletters.requested(tx, requested);
        }
        if (received.event() instanceof PersonDecision decision) {
            decided(tx, decision);
        }
    }

    /** After a jump nothing is counted or acknowledged until everything has been said again. */
    private void decided(Transaction tx, PersonDecision decision) {
        if (decision instanceof ConsentDecision consent) {
            notifications.uninvite(tx, consent.alias(), consent.controller());
        }
        if (decision instanceof PersonDecisionsRestated all) {
            all.consents().forEach(one -> notifications.uninvite(tx, all.alias(), one.controller()));
        }
        boolean whole = decision instanceof PersonDecisionsRestated;
        if (heads.advance(tx, decision.alias(), decision.version(), whole)) {
            subscribe(tx, decision);
            outbox.publish(tx, new DecisionsApplied(decision.alias(), decision.version()));
        } else if (heads.isBehind(tx, decision.alias(), decision.version())) {
            newsletters.doubted(tx, decision.alias());
        }
    }

    private void subscribe(Transaction tx, PersonDecision decision) {
        if (decision instanceof ConsentDecision consent) {
            newsletters.decided(tx, consent);
        }
        if (decision instanceof PersonDecisionsRestated all) {
            newsletters.restated(tx, all);
        }
    }
}
