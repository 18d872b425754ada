package no.brevdue.mailbox.routing;

import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.mailbox.access.AccessPolicy;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Whether anybody can give the consent a letter waits for, as consent-service decides it: from 16 the person; from 13 the
 * person whom a parent lets; under 13 a parent, or whoever else acts by law.
 */
final class Deciders {

    private static final int WITH_LEAVE_FROM = 13;
    private static final int ALONE_FROM = 16;

    private Deciders() {}

    /** Somebody of whom it is not known yet whether they may is somebody. */
    static boolean exist(RoutingFacts facts, PersonFacts person, Instant now) {
        LocalDate today = NorwegianDay.of(now);
        if (person.deceased()) {
            return false;
        }
        if (!today.isBefore(birthday(person, WITH_LEAVE_FROM))) {
            return !today.isBefore(birthday(person, ALONE_FROM))
                    || person.plan().readsOwnOn(today);
        }
        return !person.addressProtected()
                && person.plan().representations().stream()
                        .filter(right -> right.holdsOn(today) && decides(right))
                        .map(right ->
                                facts.representatives().getOrDefault(right.representative(), new Standing.Unknown()))
                        .anyMatch(who -> AccessPolicy.mayRepresent(who) || Routing.mayTurnOutAble(who, facts, now));
    }

    /** When it may be somebody else, or nobody. */
    static Instant change(PersonFacts person, Instant now) {
        LocalDate today = NorwegianDay.of(now);
        return Stream.concat(
                        Stream.of(birthday(person, WITH_LEAVE_FROM), birthday(person, ALONE_FROM))
                                .filter(day -> day.isAfter(today)),
                        AccessPolicy.changes(person.plan(), today).stream())
                .min(LocalDate::compareTo)
                .map(NorwegianDay::startOf)
                .orElse(Instant.MAX);
    }

    private static boolean decides(Representation right) {
        return switch (right.kind()) {
            case PARENT -> true;
            case GUARDIAN, NEXT_OF_KIN -> right.scope() == RepresentationScope.ACT;
            case POWER_OF_ATTORNEY -> false;
        };
    }

    private static LocalDate birthday(PersonFacts person, int age) {
        return person.birthDate().plusYears(age);
    }
}
