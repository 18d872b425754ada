package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.DeliveryLeftUnread;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.mailbox.deadline.ReadingTime;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant READ_BEFORE = NOW.plus(Duration.ofDays(14));

    @Test
    void whatWasOpenedIsDueNoMoreWhateverIsReportedOfItsFallback() {
        Delivery fallenBack =
                published(false).fallBack(FallbackReason.UNREAD, READ_BEFORE).after();

        Delivery opened = opened(fallenBack, READ_BEFORE.plusSeconds(1));
        Delivery failed =
                opened.completeFallback(false, READ_BEFORE.plusSeconds(2)).after();

        assertThat(failed.endedAt()).isEqualTo(opened.openedAt());
        assertThat(failed.dueAt()).isNull();
    }

    @Test
    void openingBesideAFallbackMovesNotItsTime() {
        Delivery fallenBack =
                published(true).fallBack(FallbackReason.UNREAD, READ_BEFORE).after();

        assertThat(opened(fallenBack, READ_BEFORE.plusSeconds(1)).dueAt()).isEqualTo(fallenBack.dueAt());
    }

    @Test
    void whoOpensInTheLastMinuteHasTimeToConfirm() {
        Instant lastMinute = READ_BEFORE.minusSeconds(60);

        assertThat(opened(published(true), lastMinute).dueAt()).isEqualTo(lastMinute.plus(Delivery.TIME_TO_CONFIRM));
        assertThat(opened(published(true), NOW).dueAt()).isEqualTo(READ_BEFORE);
    }

    @Test
    void whoHasBeenToldTwiceIsNotToldAgainBecauseOfABirthday() {
        Instant aWeekOn = NOW.plus(ReadingTime.SECOND_NOTICE_AFTER);
        Instant birthday = aWeekOn.plus(Duration.ofDays(1));

        Step second = published(true).leaveUnread(aWeekOn, birthday);
        Step third = second.after().leaveUnread(birthday, READ_BEFORE);

        assertThat(second.fact()).isInstanceOf(DeliveryLeftUnread.class);
        assertThat(second.after().dueAt()).isEqualTo(birthday);
        assertThat(third.fact()).isNull();
        assertThat(third.after().dueAt()).isEqualTo(READ_BEFORE);
    }

    private static Delivery opened(Delivery delivery, Instant at) {
        return delivery.open(ReaderRole.PERSON, at).orElseThrow().after();
    }

    private static Delivery published(boolean confirmationRequired) {
        return new Delivery(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "974760673",
                        RecipientKind.PERSON,
                        UUID.randomUUID(),
                        null,
                        1,
                        LetterState.ACCEPTED,
                        null,
                        FallbackState.NONE,
                        null,
                        confirmationRequired,
                        ParentVisibility.HIDDEN,
                        null,
                        FallbackPolicy.TELL_ME,
                        false,
                        null,
                        NOW,
                        null,
                        READ_BEFORE,
                        null,
                        NOW,
                        null,
                        null,
                        null,
                        false)
                .publish(NOW, false, READ_BEFORE)
                .after();
    }
}
