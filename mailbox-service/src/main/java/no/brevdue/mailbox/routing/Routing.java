package no.brevdue.mailbox.routing;

import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.mailbox.routing.RoutingDecision.FallBack;
import no.brevdue.mailbox.routing.RoutingDecision.Hold;
import no.brevdue.mailbox.routing.RoutingDecision.Publish;
import no.brevdue.mailbox.routing.RoutingDecision.PublishAndFallBack;
import no.brevdue.mailbox.routing.RoutingDecision.Return;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * Publish, hold, fall back or return. Pure, so that it can be tested row by row and asked before a letter is sent. Who must
 * not get the letter is ruled out before it is asked whether the letter is ready.
 */
public final class Routing {

    /** How long a recipient may stay unknown. */
    static final Duration REGISTRATION_TIME = Duration.ofMinutes(15);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** Full health-legal competence, pasient- og brukerrettighetsloven § 4-3. */
    private static final int READS_ALONE_FROM = 16;

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private Routing() {}

    public static RoutingDecision decide(RoutingFacts facts, Instant now) {
        return switch (facts.standing()) {
            case Standing.Refused refused
            when refused.reason().equals(RefusalReason.NO_SUCH_PERSON.name()) ->
                new Return(ReturnReason.NO_SUCH_PERSON);
            // A seal that could not be read proves nothing about the person.
            case Standing.Refused unreadable -> untilRegistered(facts, now);
            case Standing.Unknown unknown -> untilRegistered(facts, now);
            case Standing.Known known
            when isSomebodyElse(facts, known.facts()) -> new Return(ReturnReason.RECIPIENT_MISMATCH);
            case Standing.Known known when facts.toOrganization() -> whenReady(facts, now);
            case Standing.Known known when known.inDoubt() -> inDoubt(facts, now);
            case Standing.Known known -> toPerson(facts, known.facts(), now);
        };
    }

    /** Asked before anything else, and of copies too: nobody reads a letter that names the wrong person. */
    private static boolean isSomebodyElse(RoutingFacts facts, PersonFacts person) {
        return facts.expectedBirthDate() != null && !facts.expectedBirthDate().equals(person.birthDate());
    }

    /** Looked at again meanwhile: an answer that was given before the letter was stored wakes nobody. */
    private static RoutingDecision untilRegistered(RoutingFacts facts, Instant now) {
        Instant latest = facts.acceptedAt().plus(REGISTRATION_TIME);
        return now.isBefore(latest)
                ? new Hold(HoldReason.AWAITING_REGISTRATION, earlier(now.plus(LOOK_AGAIN), latest))
                : new Return(ReturnReason.NOT_REGISTERED_IN_TIME);
    }

    /** Nobody publishes on facts that may be wrong, but the deadline goes on. */
    private static RoutingDecision inDoubt(RoutingFacts facts, Instant now) {
        return now.isBefore(facts.readBefore())
                ? new Hold(HoldReason.SYSTEM_DOUBT, earlier(now.plus(LOOK_AGAIN), facts.readBefore()))
                : new FallBack(FallbackReason.UNREAD);
    }

    private static RoutingDecision toPerson(RoutingFacts facts, PersonFacts person, Instant now) {
        if (person.deceased()) {
            return new Return(ReturnReason.REPORTED_DEAD);
        }
        if (age(person, now) < READS_ALONE_FROM) {
            return new FallBack(FallbackReason.NO_DIGITAL_READER);
        }
        if (person.digitalOptOut() && !facts.activeHere()) {
            return new FallBack(FallbackReason.DIGITAL_OPT_OUT);
        }
        if (!person.emailUsable() && !person.smsUsable()) {
            return new FallBack(FallbackReason.NOT_CONTACTABLE);
        }
        RoutingDecision decision = whenReady(facts, now);
        return person.digitalOptOut() && facts.important() && decision instanceof Publish
                ? new PublishAndFallBack(FallbackReason.DIGITAL_OPT_OUT)
                : decision;
    }

    /** Asked of copies, too: they tell of the same person. */
    private static RoutingDecision whenReady(RoutingFacts facts, Instant now) {
        return switch (facts.consent()) {
            case NOT_NEEDED, GRANTED -> whenPermitted(facts, now);
            case IN_DOUBT -> inDoubt(facts, now);
            case DENIED -> new FallBack(FallbackReason.NO_CONSENT);
            case UNANSWERED ->
                now.isBefore(facts.readBefore())
                        ? new Hold(HoldReason.AWAITING_CONSENT, facts.readBefore())
                        : new FallBack(FallbackReason.NO_CONSENT);
        };
    }

    private static RoutingDecision whenPermitted(RoutingFacts facts, Instant now) {
        if (facts.scan() == ScanState.INFECTED) {
            return new FallBack(FallbackReason.UNSAFE_ATTACHMENT);
        }
        if (facts.notBefore() != null && now.isBefore(facts.notBefore())) {
            return new Hold(HoldReason.SCHEDULED, earlier(facts.notBefore(), facts.readBefore()));
        }
        if (facts.scan() == ScanState.PENDING) {
            return now.isBefore(facts.readBefore())
                    ? new Hold(HoldReason.AWAITING_SCAN, facts.readBefore())
                    : new FallBack(FallbackReason.UNSAFE_ATTACHMENT);
        }
        return new Publish();
    }

    private static int age(PersonFacts person, Instant now) {
        return Period.between(person.birthDate(), LocalDate.ofInstant(now, OSLO))
                .getYears();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
