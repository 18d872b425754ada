package no.brevdue.mailbox.routing;

import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ReturnReason;

import java.time.Instant;

/** What is to become of a letter that nobody can read yet. */
public sealed interface RoutingDecision {

    record Publish() implements RoutingDecision {}

    /** Look again at {@code until} at the latest; sooner when what it waits for happens. */
    record Hold(HoldReason reason, Instant until) implements RoutingDecision {}

    /** Reach the person another way. */
    record FallBack(FallbackReason reason) implements RoutingDecision {}

    /** Whoever is reserved and active here gets what is important both ways; the one double there is. */
    record PublishAndFallBack(FallbackReason reason) implements RoutingDecision {}

    /** Give the letter back to its sender. */
    record Return(ReturnReason reason) implements RoutingDecision {}
}
