package no.brevdue.mailbox.routing;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.mailbox.recipient.ConsentStanding;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.mailbox.routing.RoutingDecision.FallBack;
import no.brevdue.mailbox.routing.RoutingDecision.Hold;
import no.brevdue.mailbox.routing.RoutingDecision.Publish;
import no.brevdue.mailbox.routing.RoutingDecision.PublishAndFallBack;
import no.brevdue.mailbox.routing.RoutingDecision.Return;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant READ_BEFORE = NOW.plus(Duration.ofDays(7));
    private static final PersonFacts ADULT = new PersonFacts(
            LocalDate.of(1980, 4, 12),
            false,
            false,
            false,
            true,
            true,
            Language.NB,
            ReadingPlan.alone(LocalDate.of(1996, 4, 12)));

    @Test
    void aKnownAdultGetsTheLetter() {
        assertThat(decide(known(ADULT), ScanState.CLEAN)).isEqualTo(new Publish());
    }

    @Test
    void anOrganisationGetsTheLetterOnceItIsScanned() {
        assertThat(decideCopy(known(ADULT), ScanState.CLEAN)).isEqualTo(new Publish());
        assertThat(decideCopy(known(ADULT), ScanState.PENDING))
                .isEqualTo(new Hold(HoldReason.AWAITING_SCAN, READ_BEFORE));
    }

    @Test
    void noCopyTellsOfAPersonWhoMayBeTheWrongOne() {
        assertThat(decideCopy(new Standing.Unknown(), ScanState.CLEAN))
                .isEqualTo(new Hold(HoldReason.AWAITING_REGISTRATION, NOW.plusSeconds(30)));
        assertThat(decideCopy(new Standing.Refused("NO_SUCH_PERSON"), ScanState.CLEAN))
                .isEqualTo(new Return(ReturnReason.NO_SUCH_PERSON));
        assertThat(Routing.decide(
                        facts(
                                true,
                                known(ADULT),
                                ConsentStanding.NOT_NEEDED,
                                false,
                                false,
                                ScanState.CLEAN,
                                null,
                                ADULT.birthDate().plusDays(1)),
                        NOW))
                .isEqualTo(new Return(ReturnReason.RECIPIENT_MISMATCH));
    }

    @Test
    void aCopyAboutAReservedOrDeceasedPersonIsFetchedAllTheSame() {
        PersonFacts dead =
                new PersonFacts(ADULT.birthDate(), true, false, true, false, false, Language.NB, ADULT.plan());

        assertThat(decideCopy(known(dead), ScanState.CLEAN)).isEqualTo(new Publish());
    }

    @Test
    void anUnknownPersonIsWaitedForButNotLongerThanFifteenMinutes() {
        Instant latest = NOW.plus(Duration.ofMinutes(15));

        assertThat(decide(new Standing.Unknown(), ScanState.CLEAN))
                .isEqualTo(new Hold(HoldReason.AWAITING_REGISTRATION, NOW.plusSeconds(30)));
        assertThat(decideAt(latest.minusSeconds(1), new Standing.Unknown(), ScanState.CLEAN))
                .isEqualTo(new Hold(HoldReason.AWAITING_REGISTRATION, latest));
        assertThat(decideAt(latest, new Standing.Unknown(), ScanState.CLEAN))
                .isEqualTo(new Return(ReturnReason.NOT_REGISTERED_IN_TIME));
    }

    @Test
    void whoDoesNotExistGetsNothing() {
        assertThat(decide(new Standing.Refused("NO_SUCH_PERSON"), ScanState.CLEAN))
                .isEqualTo(new Return(ReturnReason.NO_SUCH_PERSON));
    }

    @Test
    void aSealThatCouldNotBeReadProvesNothingAboutThePerson() {
        assertThat(decide(new Standing.Refused("UNREADABLE"), ScanState.CLEAN))
                .isEqualTo(new Hold(HoldReason.AWAITING_REGISTRATION, NOW.plusSeconds(30)));
    }

    @Test
    void nothingIsPublishedOnFactsInDoubtAndTheDeadlineGoesOn() {
        assertThat(decide(new Standing.Known(ADULT, true), ScanState.CLEAN))
                .isEqualTo(new Hold(HoldReason.SYSTEM_DOUBT, NOW.plusSeconds(30)));
        assertThat(decideAt(READ_BEFORE, new Standing.Known(ADULT, true), ScanState.CLEAN))
                .isEqualTo(new FallBack(FallbackReason.UNREAD));
    }

    @Test
    void theDeadGetNothingAndTheSenderHearsIt() {
        PersonFacts dead =
                new PersonFacts(ADULT.birthDate(), true, false, false, true, true, Language.NB, ADULT.plan());

        assertThat(decide(known(dead), ScanState.CLEAN)).isEqualTo(new Return(ReturnReason.REPORTED_DEAD));
    }

    @Test
    void theReservedAreReachedAnotherWay() {
        PersonFacts reserved =
                new PersonFacts(ADULT.birthDate(), false, false, true, true, true, Language.NB, ADULT.plan());

        assertThat(decide(known(reserved), ScanState.CLEAN)).isEqualTo(new FallBack(FallbackReason.DIGITAL_OPT_OUT));
    }

    @Test
    void whoIsReservedButReadsHereGetsPaperOnlyOfWhatIsImportant() {
        PersonFacts reserved =
                new PersonFacts(ADULT.birthDate(), false, false, true, true, true, Language.NB, ADULT.plan());

        assertThat(decideActive(reserved, false)).isEqualTo(new Publish());
        assertThat(decideActive(reserved, true)).isEqualTo(new PublishAndFallBack(FallbackReason.DIGITAL_OPT_OUT));
        assertThat(decideActive(ADULT, true)).isEqualTo(new Publish());
    }

    @Test
    void whoCannotBeToldIsReachedAnotherWay() {
        PersonFacts silent =
                new PersonFacts(ADULT.birthDate(), false, false, false, false, false, Language.NB, ADULT.plan());

        assertThat(decide(known(silent), ScanState.CLEAN)).isEqualTo(new FallBack(FallbackReason.NOT_CONTACTABLE));
    }

    @Test
    void aMobileNumberAloneIsEnoughToBeContactable() {
        PersonFacts mobile =
                new PersonFacts(ADULT.birthDate(), false, false, false, false, true, Language.NB, ADULT.plan());

        assertThat(decide(known(mobile), ScanState.CLEAN)).isEqualTo(new Publish());
    }

    @Test
    void nobodyReadsDigitallyForAChildUntilMidnightInOsloOnTheSixteenthBirthday() {
        PersonFacts child = child(LocalDate.of(2010, 1, 6), LocalDate.of(2026, 1, 6));
        Instant midnightInOslo = Instant.parse("2026-01-05T23:00:00Z");

        assertThat(decideAt(midnightInOslo.minusSeconds(1), known(child), ScanState.CLEAN))
                .isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
        assertThat(decideAt(midnightInOslo, known(child), ScanState.CLEAN)).isEqualTo(new Publish());
    }

    @Test
    void whoIsBornOnALeapDayIsSixteenOnTheLeapDay() {
        PersonFacts child = child(LocalDate.of(2012, 2, 29), LocalDate.of(2028, 2, 29));

        assertThat(decideAt(Instant.parse("2028-02-28T22:59:59Z"), known(child), ScanState.CLEAN))
                .isEqualTo(new FallBack(FallbackReason.NO_DIGITAL_READER));
        assertThat(decideAt(Instant.parse("2028-02-28T23:00:00Z"), known(child), ScanState.CLEAN))
                .isEqualTo(new Publish());
    }

    @Test
    void aLetterIsHeldUntilItsAttachmentsAreScanned() {
        assertThat(decide(known(ADULT), ScanState.PENDING)).isEqualTo(new Hold(HoldReason.AWAITING_SCAN, READ_BEFORE));
        assertThat(decideAt(READ_BEFORE, known(ADULT), ScanState.PENDING))
                .isEqualTo(new FallBack(FallbackReason.UNSAFE_ATTACHMENT));
    }

    @Test
    void anInfectedAttachmentNeverReachesAnybody() {
        assertThat(decide(known(ADULT), ScanState.INFECTED)).isEqualTo(new FallBack(FallbackReason.UNSAFE_ATTACHMENT));
        assertThat(decideCopy(known(ADULT), ScanState.INFECTED))
                .isEqualTo(new FallBack(FallbackReason.UNSAFE_ATTACHMENT));
    }

    @Test
    void aMistypedNumberIsCaughtByTheBirthDateBeforeAnybodyReads() {
        RoutingFacts facts = facts(
                false,
                known(ADULT),
                ConsentStanding.NOT_NEEDED,
                false,
                false,
                ScanState.CLEAN,
                null,
                ADULT.birthDate().plusDays(1));

        assertThat(Routing.decide(facts, NOW)).isEqualTo(new Return(ReturnReason.RECIPIENT_MISMATCH));
    }

    @Test
    void aNameIsWaitedForAndNothingIsPublishedThatIsNotSaidToMatch() {
        Instant latest = NOW.plus(Duration.ofMinutes(15));
        for (boolean copy : List.of(false, true)) {
            assertThat(decideNamed(NameCheck.AWAITED, copy, NOW))
                    .isEqualTo(new Hold(HoldReason.AWAITING_NAME_CHECK, latest));
            assertThat(decideNamed(NameCheck.AWAITED, copy, latest))
                    .isEqualTo(new Return(ReturnReason.NAME_NOT_CHECKED));
            assertThat(decideNamed(NameCheck.NOT_COMPARED, copy, NOW))
                    .isEqualTo(new Return(ReturnReason.NAME_NOT_CHECKED));
            assertThat(decideNamed(NameCheck.DIFFERS, copy, NOW))
                    .isEqualTo(new Return(ReturnReason.RECIPIENT_MISMATCH));
            assertThat(decideNamed(NameCheck.MATCHES, copy, NOW)).isEqualTo(new Publish());
        }
    }

    @Test
    void aWrongDateIsNotToldBeforeTheName() {
        LocalDate wrong = ADULT.birthDate().plusDays(1);

        assertThat(decideNamed(NameCheck.AWAITED, wrong, false, NOW))
                .isEqualTo(decideNamed(NameCheck.AWAITED, false, NOW));
        assertThat(decideNamed(NameCheck.NOT_COMPARED, wrong, false, NOW))
                .isEqualTo(decideNamed(NameCheck.NOT_COMPARED, false, NOW));
        assertThat(decideNamed(NameCheck.MATCHES, wrong, false, NOW))
                .isEqualTo(decideNamed(NameCheck.DIFFERS, false, NOW));
    }

    @Test
    void aScheduledLetterWaitsForItsTime() {
        Instant later = NOW.plus(Duration.ofHours(2));
        RoutingFacts facts =
                facts(false, known(ADULT), ConsentStanding.NOT_NEEDED, false, false, ScanState.CLEAN, later, null);

        assertThat(Routing.decide(facts, NOW)).isEqualTo(new Hold(HoldReason.SCHEDULED, later));
        assertThat(Routing.decide(facts, later)).isEqualTo(new Publish());
    }

    @Test
    void whoNeedsAConsentAndHasNoneWaitsForItNoLongerThanTheDeadline() {
        for (boolean copy : List.of(false, true)) {
            assertThat(decideWith(ConsentStanding.GRANTED, copy, NOW)).isEqualTo(new Publish());
            assertThat(decideWith(ConsentStanding.UNANSWERED, copy, NOW))
                    .isEqualTo(new Hold(HoldReason.AWAITING_CONSENT, READ_BEFORE));
            assertThat(decideWith(ConsentStanding.UNANSWERED, copy, READ_BEFORE))
                    .isEqualTo(new FallBack(FallbackReason.NO_CONSENT));
            assertThat(decideWith(ConsentStanding.DENIED, copy, NOW))
                    .isEqualTo(new FallBack(FallbackReason.NO_CONSENT));
        }
    }

    @Test
    void aConsentInDoubtPublishesNothingAndTheDeadlineGoesOn() {
        assertThat(decideWith(ConsentStanding.IN_DOUBT, false, NOW))
                .isEqualTo(new Hold(HoldReason.SYSTEM_DOUBT, NOW.plusSeconds(30)));
        assertThat(decideWith(ConsentStanding.IN_DOUBT, false, READ_BEFORE))
                .isEqualTo(new FallBack(FallbackReason.UNREAD));
    }

    private static RoutingDecision decideWith(ConsentStanding consent, boolean copy, Instant now) {
        return Routing.decide(facts(copy, known(ADULT), consent, false, false, ScanState.CLEAN, null, null), now);
    }

    private static PersonFacts child(LocalDate born, LocalDate readsOwnFrom) {
        return new PersonFacts(born, false, false, false, true, true, Language.NB, ReadingPlan.alone(readsOwnFrom));
    }

    private static RoutingFacts facts(
            boolean toOrganization,
            Standing standing,
            ConsentStanding consent,
            boolean activeHere,
            boolean important,
            ScanState scan,
            @Nullable Instant notBefore,
            @Nullable LocalDate expectedBirthDate) {
        return new RoutingFacts(
                toOrganization,
                standing,
                consent,
                activeHere,
                important,
                Map.of(),
                ParentVisibility.HIDDEN,
                scan,
                NOW,
                notBefore,
                READ_BEFORE,
                expectedBirthDate,
                NameCheck.NOT_ASKED);
    }

    private static RoutingDecision decideNamed(NameCheck check, boolean copy, Instant now) {
        return decideNamed(check, ADULT.birthDate(), copy, now);
    }

    private static RoutingDecision decideNamed(NameCheck check, LocalDate expected, boolean copy, Instant now) {
        RoutingFacts facts = new RoutingFacts(
                copy,
                known(ADULT),
                ConsentStanding.NOT_NEEDED,
                false,
                false,
                Map.of(),
                ParentVisibility.HIDDEN,
                ScanState.CLEAN,
                NOW,
                null,
                READ_BEFORE,
                expected,
                check);
        return Routing.decide(facts, now);
    }

    private static RoutingDecision decideCopy(Standing standing, ScanState scan) {
        return Routing.decide(facts(true, standing, ConsentStanding.NOT_NEEDED, false, false, scan, null, null), NOW);
    }

    private static RoutingDecision decide(Standing standing, ScanState scan) {
        return decideAt(NOW, standing, scan);
    }

    private static RoutingDecision decideAt(Instant now, Standing standing, ScanState scan) {
        return Routing.decide(facts(false, standing, ConsentStanding.NOT_NEEDED, false, false, scan, null, null), now);
    }

    private static RoutingDecision decideActive(PersonFacts person, boolean important) {
        return Routing.decide(
                facts(false, known(person), ConsentStanding.NOT_NEEDED, true, important, ScanState.CLEAN, null, null),
                NOW);
    }

    private static Standing known(PersonFacts facts) {
        return new Standing.Known(facts, false);
    }
}
