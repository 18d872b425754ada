package no.brevdue.mailbox.routing;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.recipient.ConsentStanding;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.mailbox.routing.RoutingDecision.FallBack;
import no.brevdue.mailbox.routing.RoutingDecision.Hold;
import no.brevdue.mailbox.routing.RoutingDecision.Publish;
import no.brevdue.platform.time.NorwegianDay;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether anybody can read a letter to a child. */
class ReaderRoutingTest {

    private static final LocalDate BORN = LocalDate.of(2014, 1, 8);
    private static final Instant TWELVE = Instant.parse("2026-01-07T23:00:00Z");
    private static final Instant NOW = TWELVE.minus(Duration.ofDays(2));
    private static final Instant READ_BEFORE = NOW.plus(Duration.ofDays(7));
    private static final UUID MOTHER = UUID.randomUUID();
    private static final PersonFacts CHILD = People.child(BORN, People.parent(MOTHER, BORN));

    @Test
    void aLetterToAChildIsPublishedForAParentWhoCanBeTold() {
        assertThat(decide(new Standing.Known(People.ADULT, false), ParentVisibility.HIDDEN, NOW))
                .isEqualTo(new Publish());
    }

    @Test
    void fromTwelveOnlyAMarkedLetterHasAReader() {
        Standing mother = new Standing.Known(People.ADULT, false);

        assertThat(decide(mother, ParentVisibility.HIDDEN, TWELVE.minusSeconds(1)))
                .isEqualTo(new Publish());
        assertThat(decide(mother, ParentVisibility.HIDDEN, TWELVE))
                .isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
        assertThat(decide(mother, ParentVisibility.VISIBLE, TWELVE)).isEqualTo(new Publish());
    }

    @Test
    void whoMayNotRepresentIsNoReader() {
        assertThat(decide(new Standing.Known(adult(true, false, false, true), false), ParentVisibility.HIDDEN, NOW))
                .isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
        assertThat(decide(new Standing.Known(adult(false, true, false, true), false), ParentVisibility.HIDDEN, NOW))
                .isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
        assertThat(decide(new Standing.Refused("NO_SUCH_PERSON"), ParentVisibility.HIDDEN, NOW))
                .isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
    }

    @Test
    void aReaderWhoIsReservedOrCannotBeToldIsReachedAnotherWay() {
        assertThat(decide(new Standing.Known(adult(false, false, true, true), false), ParentVisibility.HIDDEN, NOW))
                .isEqualTo(new FallBack(FallbackReason.DIGITAL_OPT_OUT));
        assertThat(decide(new Standing.Known(adult(false, false, false, false), false), ParentVisibility.HIDDEN, NOW))
                .isEqualTo(new FallBack(FallbackReason.NOT_CONTACTABLE));
    }

    @Test
    void aReaderInDoubtIsWaitedForAndOneWhoIsUnknownNotLong() {
        Hold hold = new Hold(HoldReason.SYSTEM_DOUBT, NOW.plusSeconds(30));

        assertThat(decide(new Standing.Known(People.ADULT, true), ParentVisibility.HIDDEN, NOW))
                .isEqualTo(hold);
        assertThat(decide(new Standing.Unknown(), ParentVisibility.HIDDEN, NOW)).isEqualTo(hold);
        assertThat(decide(new Standing.Unknown(), ParentVisibility.HIDDEN, NOW.plus(Routing.REGISTRATION_TIME)))
                .isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
    }

    @Test
    void aConsentIsAwaitedOnlyWhereSomebodyCanGiveIt() {
        Standing mother = new Standing.Known(People.ADULT, false);
        Instant thirteen = NorwegianDay.startOf(BORN.plusYears(13));
        Instant dayBefore = thirteen.minus(Duration.ofDays(1));
        Instant nextYear = thirteen.plus(Duration.ofDays(300));
        PersonFacts withLeave = new PersonFacts(
                BORN,
                false,
                false,
                false,
                true,
                true,
                Language.NB,
                new ReadingPlan(BORN.plusYears(13), CHILD.plan().representations()));

        assertThat(unanswered(CHILD, mother, dayBefore, nextYear))
                .isEqualTo(new Hold(HoldReason.AWAITING_CONSENT, thirteen));
        assertThat(unanswered(CHILD, mother, thirteen, nextYear)).isEqualTo(new FallBack(FallbackReason.NO_CONSENT));
        assertThat(unanswered(withLeave, mother, thirteen, nextYear))
                .isEqualTo(new Hold(HoldReason.AWAITING_CONSENT, nextYear));
        assertThat(Deciders.exist(
                        facts(CHILD, new Standing.Known(adult(true, false, false, true), false), nextYear),
                        CHILD,
                        dayBefore))
                .isFalse();
    }

    @Test
    void aPublishedLetterIsLookedAtAgainAtTheMidnightThatTakesItsReaderAway() {
        RoutingFacts facts = facts(new Standing.Known(People.ADULT, false), ParentVisibility.HIDDEN);

        assertThat(Routing.lookAgain(facts, NOW)).isEqualTo(TWELVE);
        assertThat(Routing.whilePublished(facts, NOW)).isEqualTo(new Hold(HoldReason.SCHEDULED, TWELVE));
        assertThat(Routing.whilePublished(facts, TWELVE)).isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
        assertThat(Routing.lookAgain(facts, TWELVE)).isEqualTo(READ_BEFORE);
    }

    private static RoutingDecision decide(Standing mother, ParentVisibility visibility, Instant now) {
        return Routing.decide(facts(mother, visibility), now);
    }

    private static RoutingDecision unanswered(PersonFacts child, Standing mother, Instant now, Instant readBefore) {
        return Routing.decide(facts(child, mother, readBefore), now);
    }

    private static RoutingFacts facts(PersonFacts child, Standing mother, Instant readBefore) {
        return new RoutingFacts(
                false,
                new Standing.Known(child, false),
                ConsentStanding.UNANSWERED,
                false,
                false,
                Map.of(MOTHER, mother),
                ParentVisibility.VISIBLE,
                ScanState.CLEAN,
                NOW,
                null,
                readBefore,
                null,
                NameCheck.NOT_ASKED);
    }

    private static RoutingFacts facts(Standing mother, ParentVisibility visibility) {
        return new RoutingFacts(
                false,
                new Standing.Known(CHILD, false),
                ConsentStanding.NOT_NEEDED,
                false,
                false,
                Map.of(MOTHER, mother),
                visibility,
                ScanState.CLEAN,
                NOW,
                null,
                READ_BEFORE,
                null,
                NameCheck.NOT_ASKED);
    }

    private static PersonFacts adult(boolean dead, boolean secret, boolean reserved, boolean reachable) {
        return new PersonFacts(
                LocalDate.of(1985, 1, 1),
                dead,
                secret,
                reserved,
                reachable,
                reachable,
                Language.NB,
                ReadingPlan.alone(LocalDate.of(2001, 1, 1)));
    }
}
