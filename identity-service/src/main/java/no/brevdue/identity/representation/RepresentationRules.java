package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static no.brevdue.identity.representation.Age.EIGHTEEN;
import static no.brevdue.identity.representation.Age.SIXTEEN;
import static no.brevdue.identity.representation.Age.THIRTEEN;
import static no.brevdue.identity.representation.Age.TWELVE;

/**
 * Who may act for a person, now and on every later day. Pure: the same circumstances give the same plan, so that a death, a
 * block or a protected address that is undone leaves no mark.
 */
final class RepresentationRules {

    /** For as long as somebody hides. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private RepresentationRules() {}

    /** What is over on {@code today} is left out. */
    static ReadingPlan plan(Circumstances circumstances, LocalDate today) {
        return new ReadingPlan(
                readsOwnFrom(circumstances),
                circumstances.person().takesPart()
                        ? representations(circumstances)
                                .filter(right ->
                                        right.until() == null || right.until().isAfter(today))
                                .distinct()
                                .toList()
                        : List.of());
    }

    /**
     * A parent's consent holds as long as that parent lives and has responsibility for the child. To whoever has deactivated
     * their profile nothing is shown until they undo it.
     */
    private static LocalDate readsOwnFrom(Circumstances circumstances) {
        if (circumstances.person().deactivated()) {
            return NEVER;
        }
        LocalDate birthDate = circumstances.person().birthDate();
        LocalDate alone = SIXTEEN.of(birthDate);
        return circumstances.parents().stream()
                .filter(parent -> !parent.party().deceased())
                .map(Circumstances.Parent::consentedOn)
                .filter(Objects::nonNull)
                .map(consentedOn -> later(consentedOn, THIRTEEN.of(birthDate)))
                .reduce(alone, RepresentationRules::earlier);
    }

    private static Stream<Representation> representations(Circumstances circumstances) {
        return Stream.of(
                        parents(circumstances),
                        powersOfAttorney(circumstances),
                        guardians(circumstances),
                        nextOfKin(circumstances))
                .flatMap(rights -> rights)
                .filter(right ->
                        !right.representative().equals(circumstances.person().alias()));
    }

    private static Stream<Representation> parents(Circumstances circumstances) {
        boolean oneLivesWithTheChild = circumstances.parents().stream()
                .anyMatch(parent -> parent.atChildsAddress() && !parent.party().deceased());
        if (circumstances.hidden() || !oneLivesWithTheChild) {
            return Stream.empty();
        }
        LocalDate birthDate = circumstances.person().birthDate();
        Period all = new Period(birthDate, TWELVE.of(birthDate));
        Period marked = new Period(TWELVE.of(birthDate), SIXTEEN.of(birthDate));
        return circumstances.parents().stream()
                .map(Circumstances.Parent::party)
                .filter(Party::takesPart)
                .flatMap(parent -> Stream.of(
                        right(parent, RepresentationKind.PARENT, RepresentationExtent.ALL, all),
                        right(parent, RepresentationKind.PARENT, RepresentationExtent.MARKED_VISIBLE, marked)));
    }

    private static Stream<Representation> powersOfAttorney(Circumstances circumstances) {
        return circumstances.powersOfAttorney().stream().flatMap(power -> {
            Period period =
                    power.period().notBefore(SIXTEEN.of(circumstances.person().birthDate()));
            return adult(power.receiver(), RepresentationKind.POWER_OF_ATTORNEY, power.scope(), period);
        });
    }

    /** Being guardian opens nothing by itself: the person must be certified to lack capacity as well. */
    private static Stream<Representation> guardians(Circumstances circumstances) {
        return circumstances.guardians().stream()
                .filter(Circumstances.Guardian::personal)
                .flatMap(guardian -> circumstances.incapacity().stream()
                        .flatMap(period -> adult(
                                guardian.party(),
                                RepresentationKind.GUARDIAN,
                                RepresentationScope.ACT,
                                unlessHidden(circumstances, period))));
    }

    private static Stream<Representation> nextOfKin(Circumstances circumstances) {
        return circumstances.nextOfKin().stream()
                .flatMap(kin -> adult(
                        kin.party(),
                        RepresentationKind.NEXT_OF_KIN,
                        RepresentationScope.ACT,
                        unlessHidden(circumstances, kin.period())));
    }

    /** What is hidden from parents is hidden from everybody who acts for a child. */
    private static Period unlessHidden(Circumstances circumstances, Period period) {
        return circumstances.hidden()
                ? period.notBefore(SIXTEEN.of(circumstances.person().birthDate()))
                : period;
    }

    private static Stream<Representation> adult(
            Party party, RepresentationKind kind, RepresentationScope scope, Period wished) {
        Period period = wished.notBefore(EIGHTEEN.of(party.birthDate()));
        return party.takesPart() && !period.isEmpty()
                ? Stream.of(right(party, kind, RepresentationExtent.ALL, scope, period))
                : Stream.empty();
    }

    private static Representation right(
            Party party, RepresentationKind kind, RepresentationExtent extent, Period period) {
        return right(party, kind, extent, RepresentationScope.ACT, period);
    }

    private static Representation right(
            Party party,
            RepresentationKind kind,
            RepresentationExtent extent,
            RepresentationScope scope,
            Period period) {
        return new Representation(party.alias(), kind, extent, scope, period.from(), period.until());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
