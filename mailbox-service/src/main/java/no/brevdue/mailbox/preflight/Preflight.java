package no.brevdue.mailbox.preflight;

import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.mailbox.delivery.SenderView;
import no.brevdue.mailbox.routing.RoutingDecision;
import org.jspecify.annotations.Nullable;

/**
 * What a sender may hear of how a letter would be routed. People who are unknown, known and reachable, or in doubt look the
 * same: nothing speaks against sending.
 *
 * @param reason a coarse code
 */
record Preflight(Outcome outcome, @Nullable String reason) {

    /** How a letter would go. */
    public enum Outcome {
        /** Nothing known speaks against sending it here. What becomes of it is proven by its evidence alone. */
        DIGITAL,
        /** It would wait for something first. */
        HOLD,
        /** It would fall back or come back. */
        USE_OTHER_CHANNEL
    }

    /** The letter would come back, whoever the number belongs to. */
    static final Preflight MISMATCH =
            new Preflight(Outcome.USE_OTHER_CHANNEL, SenderView.code(ReturnReason.RECIPIENT_MISMATCH));

    private static final Preflight DIGITAL = new Preflight(Outcome.DIGITAL, null);

    static Preflight of(RoutingDecision decision, boolean awaitsConsent, boolean scheduled) {
        return switch (decision) {
            case RoutingDecision.Publish ready -> unlessItWaits(awaitsConsent, scheduled);
            case RoutingDecision.PublishAndFallBack both -> new Preflight(Outcome.DIGITAL, "ALSO_ANOTHER_WAY");
            case RoutingDecision.Hold hold ->
                switch (hold.reason()) {
                    // Would tell the known from the unknown.
                    case AWAITING_REGISTRATION, SYSTEM_DOUBT, SCHEDULED -> unlessItWaits(awaitsConsent, scheduled);
                    default -> new Preflight(Outcome.HOLD, SenderView.code(hold.reason()));
                };
            case RoutingDecision.FallBack back ->
                new Preflight(Outcome.USE_OTHER_CHANNEL, SenderView.code(back.reason()));
            case RoutingDecision.Return back ->
                switch (back.reason()) {
                    case NO_SUCH_PERSON, NOT_REGISTERED_IN_TIME -> unlessItWaits(awaitsConsent, scheduled);
                    default -> new Preflight(Outcome.USE_OTHER_CHANNEL, SenderView.code(back.reason()));
                };
        };
    }

    private static Preflight unlessItWaits(boolean awaitsConsent, boolean scheduled) {
        if (awaitsConsent) {
            return new Preflight(Outcome.HOLD, "AWAITING_CONSENT");
        }
        return scheduled ? new Preflight(Outcome.HOLD, "SCHEDULED") : DIGITAL;
    }
}
