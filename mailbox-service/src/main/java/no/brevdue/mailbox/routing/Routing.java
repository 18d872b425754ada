package no.brevdue.mailbox.routing;

import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.mailbox.access.AccessPolicy;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.mailbox.routing.RoutingDecision.FallBack;
import no.brevdue.mailbox.routing.RoutingDecision.Hold;
import no.brevdue.mailbox.routing.RoutingDecision.Publish;
import no.brevdue.mailbox.routing.RoutingDecision.PublishAndFallBack;
import no.brevdue.mailbox.routing.RoutingDecision.Return;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Publish, hold, fall back or return. Pure, so that it can be tested row by row and asked before a letter is sent. Who must
 * not get the letter is ruled out before it is asked whether the letter is ready.
 */
public final class Routing {

    /** How long a recipient may stay unknown, or the name their sender believes in unchecked. */
    static final Duration REGISTRATION_TIME = Duration.ofMinutes(15);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private Routing() {}

    public static RoutingDecision decide(RoutingFacts facts, Instant now) {
        return switch (facts.standing()) {
            case Standing.Refused refused
            when refused.reason().equals(RefusalReason.NO_SUCH_PERSON.name()) ->
                new Return(ReturnReason.NO_SUCH_PERSON);
            // A seal that could not be read proves nothing about the person.
            case Standing.Refused unreadable -> untilRegistered(facts, now);
            case Standing.Unknown unknown -> untilRegistered(facts, now);
            // The date is judged together with the name, so that nobody sees which of them differs.
            case Standing.Known known when facts.nameCheck() == NameCheck.AWAITED -> untilNamed(facts, now);
            case Standing.Known known
            when facts.nameCheck() == NameCheck.NOT_COMPARED -> new Return(ReturnReason.NAME_NOT_CHECKED);
            case Standing.Known known
            when isSomebodyElse(facts, known.facts()) -> new Return(ReturnReason.RECIPIENT_MISMATCH);
            case Standing.Known known when facts.toOrganization() -> whenReady(facts, known.facts(), now);
            case Standing.Known known when known.inDoubt() -> inDoubt(facts, now);
            case Standing.Known known -> toPerson(facts, known.facts(), now);
        };
    }

    /** Asked of copies too: nobody reads a letter that names the wrong person. */
    private static boolean isSomebodyElse(RoutingFacts facts, PersonFacts person) {
        return facts.nameCheck() == NameCheck.DIFFERS
                || (facts.expectedBirthDate() != null
                        && !facts.expectedBirthDate().equals(person.birthDate()));
    }

    /** Nobody looks meanwhile: the answer comes after the letter, and wakes. */
    private static RoutingDecision untilNamed(RoutingFacts facts, Instant now) {
        Instant latest = facts.acceptedAt().plus(REGISTRATION_TIME);
        return now.isBefore(latest)
                ? new Hold(HoldReason.AWAITING_NAME_CHECK, latest)
                : new Return(ReturnReason.NAME_NOT_CHECKED);
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
        return switch (readers(facts, person, now)) {
            case Readers.Some some -> toReaders(facts, person, some.readers(), now);
            case Readers.Perhaps perhaps -> inDoubt(facts, now);
            case Readers.Nobody nobody -> new FallBack(FallbackReason.NO_DIGITAL_READER);
        };
    }

    /** One of them who can be told is enough. */
    private static RoutingDecision toReaders(
            RoutingFacts facts, PersonFacts person, List<PersonFacts> readers, Instant now) {
        List<PersonFacts> willing = readers.stream()
                .filter(reader -> !reader.digitalOptOut() || (facts.activeHere() && reader.equals(person)))
                .toList();
        if (willing.isEmpty()) {
            return new FallBack(FallbackReason.DIGITAL_OPT_OUT);
        }
        if (willing.stream().noneMatch(reader -> reader.emailUsable() || reader.smsUsable())) {
            return new FallBack(FallbackReason.NOT_CONTACTABLE);
        }
        RoutingDecision decision = whenReady(facts, person, now);
        return readers.contains(person) && person.digitalOptOut() && facts.important() && decision instanceof Publish
                ? new PublishAndFallBack(FallbackReason.DIGITAL_OPT_OUT)
                : decision;
    }

    /**
     * What has become of a published letter that nobody has opened: on a birthday, or when a right ends, nobody may be left
     * who can read it. Otherwise says when to look again.
     */
    public static RoutingDecision whilePublished(RoutingFacts facts, Instant now) {
        if (facts.toOrganization() || !(facts.standing() instanceof Standing.Known known)) {
            return new Hold(HoldReason.SCHEDULED, facts.readBefore());
        }
        if (known.inDoubt()) {
            return new Hold(HoldReason.SYSTEM_DOUBT, earlier(now.plus(LOOK_AGAIN), facts.readBefore()));
        }
        return readers(facts, known.facts(), now) instanceof Readers.Nobody
                ? new FallBack(FallbackReason.NO_DIGITAL_READER)
                : new Hold(HoldReason.SCHEDULED, lookAgain(facts, now));
    }

    /** Whoever may read can change at a midnight before the deadline. */
    public static Instant lookAgain(RoutingFacts facts, Instant now) {
        return facts.standing() instanceof Standing.Known known && !facts.toOrganization()
                ? AccessPolicy.changes(known.facts().plan(), NorwegianDay.of(now))
                        .map(NorwegianDay::startOf)
                        .filter(change -> change.isBefore(facts.readBefore()))
                        .orElse(facts.readBefore())
                : facts.readBefore();
    }

    private static Readers readers(RoutingFacts facts, PersonFacts person, Instant now) {
        LocalDate today = NorwegianDay.of(now);
        if (person.plan().readsOwnOn(today)) {
            return new Readers.Some(List.of(person));
        }
        List<Standing> representatives = AccessPolicy.representatives(person, facts.parentVisibility(), today).stream()
                .map(alias -> facts.representatives().getOrDefault(alias, new Standing.Unknown()))
                .toList();
        List<PersonFacts> able = representatives.stream()
                .filter(AccessPolicy::mayRepresent)
                .map(reader -> ((Standing.Known) reader).facts())
                .toList();
        if (!able.isEmpty()) {
            return new Readers.Some(able);
        }
        return representatives.stream().anyMatch(reader -> mayTurnOutAble(reader, facts, now))
                ? new Readers.Perhaps()
                : new Readers.Nobody();
    }

    static boolean mayTurnOutAble(Standing reader, RoutingFacts facts, Instant now) {
        return switch (reader) {
            case Standing.Known known -> known.inDoubt();
            case Standing.Unknown unknown -> now.isBefore(facts.acceptedAt().plus(REGISTRATION_TIME));
            case Standing.Refused refused -> false;
        };
    }

    private sealed interface Readers {
        record Some(List<PersonFacts> readers) implements Readers {}

        /** Facts are missing that may make somebody a reader. */
        record Perhaps() implements Readers {}

        record Nobody() implements Readers {}
    }

    /** Asked of copies, too: they tell of the same person. */
    private static RoutingDecision whenReady(RoutingFacts facts, PersonFacts person, Instant now) {
        return switch (facts.consent()) {
            case NOT_NEEDED, GRANTED -> whenPermitted(facts, now);
            case IN_DOUBT -> inDoubt(facts, now);
            case DENIED -> new FallBack(FallbackReason.NO_CONSENT);
            case UNANSWERED -> untilAnswered(facts, person, now);
        };
    }

    /** What nobody can answer is not waited for. */
    private static RoutingDecision untilAnswered(RoutingFacts facts, PersonFacts person, Instant now) {
        return now.isBefore(facts.readBefore()) && Deciders.exist(facts, person, now)
                ? new Hold(HoldReason.AWAITING_CONSENT, earlier(Deciders.change(person, now), facts.readBefore()))
                : new FallBack(FallbackReason.NO_CONSENT);
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

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
