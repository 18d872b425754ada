package no.brevdue.mailbox.access;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.mailbox.recipient.Standing;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class AccessPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final UUID READER = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final String CLINIC = "100100673";
    private static final String OTHER_CLINIC = "100200309";
    private static final ReadingPlan ALONE = ReadingPlan.alone(TODAY.minusYears(20));

    /** Every combination of what may be known of either, when the right holds and what it opens: one in many is open. */
    @Test
    void anotherReadsOnlyWhatARightOpensThatHoldsTodayAndNothingIsInDoubt() {
        int open = 0;
        for (Standing reader : standings(ALONE)) {
            for (Representation right : rights()) {
                for (Standing person : standings(new ReadingPlan(TODAY.plusYears(4), List.of(right)))) {
                    for (ParentVisibility letter : ParentVisibility.values()) {
                        Access access = AccessPolicy.forAnother(person, reader, Set.of(READER), TODAY);
                        boolean expected = isSound(person)
                                && isSound(reader)
                                && right.representative().equals(READER)
                                && !right.from().isAfter(TODAY)
                                && (right.until() == null || right.until().isAfter(TODAY))
                                && (letter == ParentVisibility.VISIBLE || right.extent() == RepresentationExtent.ALL);
                        assertThat(access.reads(letter, CLINIC, true))
                                .as("%s reads %s of %s by %s", reader, letter, person, right)
                                .isEqualTo(expected);
                        assertThat(access.acts(letter, CLINIC, true))
                                .isEqualTo(expected && right.scope() == RepresentationScope.ACT);
                        open += expected ? 1 : 0;
                    }
                }
            }
        }
        // Two scopes and two ends that hold, times three of four pairs of extent and visibility.
        assertThat(open).isEqualTo(12);
    }

    @Test
    void whereAConsentIsOverAPowerOpensNothingAndWhoActsByLawReadsOn() {
        for (RepresentationKind kind : RepresentationKind.values()) {
            var right = new Representation(
                    READER, kind, RepresentationExtent.ALL, RepresentationScope.ACT, TODAY, TODAY.plusDays(1));
            Access access = AccessPolicy.forAnother(
                            new Standing.Known(facts(false, false, new ReadingPlan(TODAY, List.of(right))), false),
                            new Standing.Known(facts(false, false, ALONE), false),
                            Set.of(READER),
                            TODAY)
                    .endedFor(Set.of(CLINIC));
            boolean byLaw = kind != RepresentationKind.POWER_OF_ATTORNEY;

            assertThat(access.reads(ParentVisibility.HIDDEN, CLINIC, true))
                    .as("%s", kind)
                    .isEqualTo(byLaw);
            assertThat(access.acts(ParentVisibility.HIDDEN, CLINIC, true))
                    .as("%s", kind)
                    .isEqualTo(byLaw);
            assertThat(access.reads(ParentVisibility.HIDDEN, CLINIC, false))
                    .as("%s, published by law", kind)
                    .isTrue();
            assertThat(access.reads(ParentVisibility.HIDDEN, OTHER_CLINIC, true))
                    .as("%s", kind)
                    .isTrue();
        }
        assertThat(Access.OWN.endedFor(Set.of(CLINIC)).reads(ParentVisibility.HIDDEN, CLINIC, true))
                .isTrue();
    }

    @Test
    void ownLettersStayReadableInDoubtButNotBeforeTheDayNorAfterDeath() {
        assertThat(own(false, true, TODAY)).isTrue();
        assertThat(own(false, false, TODAY)).isTrue();
        assertThat(own(false, false, TODAY.plusDays(1))).isFalse();
        assertThat(own(false, true, TODAY.plusDays(1))).isFalse();
        assertThat(own(true, false, TODAY)).isFalse();
        assertThat(AccessPolicy.own(new Standing.Unknown(), TODAY).isNone()).isFalse();
    }

    @Test
    void theNextChangeIsTheNearestDayToComeAndThePastIsNone() {
        ReadingPlan plan = new ReadingPlan(
                TODAY.plusYears(4),
                List.of(right(READER, RepresentationExtent.ALL, RepresentationScope.ACT, TODAY, TODAY.plusDays(3))));

        assertThat(AccessPolicy.changes(plan, TODAY)).contains(TODAY.plusDays(3));
        assertThat(AccessPolicy.changes(plan, TODAY.plusDays(3))).contains(TODAY.plusYears(4));
        assertThat(AccessPolicy.changes(plan, TODAY.plusYears(4))).isEmpty();
    }

    private static boolean own(boolean dead, boolean inDoubt, LocalDate readsOwnFrom) {
        return !AccessPolicy.own(
                        new Standing.Known(facts(dead, false, ReadingPlan.alone(readsOwnFrom)), inDoubt), TODAY)
                .isNone();
    }

    private static boolean isSound(Standing standing) {
        return standing instanceof Standing.Known known
                && !known.inDoubt()
                && !known.facts().deceased()
                && !known.facts().addressProtected();
    }

    private static List<Standing> standings(ReadingPlan plan) {
        List<Standing> all = new ArrayList<>(List.of(new Standing.Unknown(), new Standing.Refused("NO_SUCH_PERSON")));
        for (boolean dead : List.of(false, true)) {
            for (boolean secret : List.of(false, true)) {
                for (boolean inDoubt : List.of(false, true)) {
                    all.add(new Standing.Known(facts(dead, secret, plan), inDoubt));
                }
            }
        }
        return all;
    }

    private static List<Representation> rights() {
        List<Representation> all = new ArrayList<>();
        for (UUID who : List.of(READER, STRANGER)) {
            for (RepresentationExtent extent : RepresentationExtent.values()) {
                for (RepresentationScope scope : RepresentationScope.values()) {
                    all.add(new Representation(who, RepresentationKind.PARENT, extent, scope, TODAY, null));
                    all.add(right(who, extent, scope, TODAY.minusDays(9), TODAY.plusDays(1)));
                    all.add(right(who, extent, scope, TODAY.minusDays(9), TODAY));
                    all.add(right(who, extent, scope, TODAY.plusDays(1), TODAY.plusDays(9)));
                }
            }
        }
        return all;
    }

    private static Representation right(
            UUID who, RepresentationExtent extent, RepresentationScope scope, LocalDate from, LocalDate until) {
        return new Representation(who, RepresentationKind.PARENT, extent, scope, from, until);
    }

    private static PersonFacts facts(boolean dead, boolean secret, ReadingPlan plan) {
        return new PersonFacts(LocalDate.of(2014, 1, 1), dead, secret, false, true, true, Language.NB, plan);
    }
}
