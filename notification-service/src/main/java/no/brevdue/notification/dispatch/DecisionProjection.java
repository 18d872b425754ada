package no.brevdue.notification.dispatch;

import no.brevdue.contracts.consent.v1.AccessRestricted;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.contracts.consent.v1.ConsentDecision;
import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared;
import no.brevdue.contracts.consent.v1.NewsletterRequested;
import no.brevdue.contracts.consent.v1.PersonDecision;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.contracts.notification.v1.DecisionsApplied;
import no.brevdue.contracts.notification.v1.DriftFound;
import no.brevdue.notification.account.ChangeNotices;
import no.brevdue.notification.newsletter.Newsletters;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** Nobody who has answered is invited to; and consent-service hears up to where that is so. */
@ApplicationScoped
class DecisionProjection implements Projection<ConsentEvent> {

    private static final String LETTERS = "letters";

    private final DecisionHeadRepository heads;
    private final NotificationRepository notifications;
    private final Newsletters newsletters;
    private final ChangeNotices changes;
    private final Outbox outbox;
    private final Clock clock;

    DecisionProjection(
            DecisionHeadRepository heads,
            NotificationRepository notifications,
            Newsletters newsletters,
            ChangeNotices changes,
            Outbox outbox,
            Clock clock) {
        this.heads = heads;
        this.notifications = notifications;
        this.newsletters = newsletters;
        this.changes = changes;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<ConsentEvent> family() {
        return ConsentEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<ConsentEvent> received) {
        switch (received.event()) {
            case DecisionsCounted count -> {
                if (heads.differs(tx, count)) {
                    outbox.publish(tx, new DriftFound(count.partition(), 1));
                }
            }
            case NewsletterRequested requested -> newsletters.requested(tx, requested);
            case ChangeNoticeRequested requested -> changes.requested(tx, requested);
            case PersonDecision decision -> decided(tx, decision);
            case TermsPublished unrelated -> {}
            case LegalBasisDeclared unrelated -> {}
        }
    }

    /** After a jump nothing is counted or acknowledged until everything has been said again. What is older says nothing. */
    private void decided(Transaction tx, PersonDecision decision) {
        boolean whole = decision instanceof PersonDecisionsRestated;
        if (heads.advance(tx, decision.alias(), decision.version(), whole)) {
            uninvite(tx, decision);
            subscribe(tx, decision);
            outbox.publish(tx, new DecisionsApplied(decision.alias(), decision.version()));
        } else if (heads.isBehind(tx, decision.alias(), decision.version())) {
            uninvite(tx, decision);
            newsletters.doubted(tx, decision.alias());
        }
    }

    /** Whoever has answered about letters; an answer that has run out is none. */
    private void uninvite(Transaction tx, PersonDecision decision) {
        switch (decision) {
            case ConsentDecision consent -> {
                if (isAnswer(consent.purpose(), consent.state(), null)) {
                    notifications.uninvite(tx, consent.alias(), consent.controller());
                }
            }
            case PersonDecisionsRestated all ->
                all.consents().stream()
                        .filter(one -> isAnswer(one.purpose(), one.state(), one.expiresAt()))
                        .forEach(one -> notifications.uninvite(tx, all.alias(), one.controller()));
            case TermsAccepted unrelated -> {}
            case AccessRestricted unrelated -> {}
            case AccessRestrictionLifted unrelated -> {}
        }
    }

    private boolean isAnswer(String purpose, ConsentState state, @Nullable Instant expiresAt) {
        return purpose.equals(LETTERS)
                && state != ConsentState.EXPIRED
                && (expiresAt == null || clock.instant().isBefore(expiresAt));
    }

    private void subscribe(Transaction tx, PersonDecision decision) {
        switch (decision) {
            case ConsentDecision consent -> newsletters.decided(tx, consent);
            case PersonDecisionsRestated all -> newsletters.restated(tx, all);
            case TermsAccepted unrelated -> {}
            case AccessRestricted unrelated -> {}
            case AccessRestrictionLifted unrelated -> {}
        }
    }
}
