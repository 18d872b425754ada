package no.brevdue.mailbox.receiver;

import no.brevdue.contracts.mailbox.v1.RecallOutcome;
import no.brevdue.mailbox.feed.Feed;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One step of a copy that its receiver has not been told.
 *
 * @param denied whoever the letter is about denies the receiver access
 * @param inDoubt it is not known for certain whether they do
 */
record WaitingNews(
        long id, UUID deliveryId, CopyStep step, @Nullable String detail, boolean denied, boolean inDoubt) {

    /** The end of a denial is told to us, or shows when we look again. */
    static final Duration WHILE_DENIED = Duration.ofHours(1);

    static final Duration WHILE_IN_DOUBT = Duration.ofMinutes(1);

    /** What to do with all that waits of one copy: nothing of it overtakes what came before. */
    enum Verdict {
        TELL,
        FORGET,
        WAIT_FOR_CERTAINTY,
        WAIT_FOR_ACCESS
    }

    static Verdict verdict(List<WaitingNews> ofOneCopy) {
        if (cameAndWent(ofOneCopy)) {
            return Verdict.FORGET;
        }
        if (ofOneCopy.getFirst().inDoubt()) {
            return Verdict.WAIT_FOR_CERTAINTY;
        }
        return ofOneCopy.getFirst().denied() ? Verdict.WAIT_FOR_ACCESS : Verdict.TELL;
    }

    /** Taken back before anybody there had it or heard of it. */
    private static boolean cameAndWent(List<WaitingNews> ofOneCopy) {
        return ofOneCopy.stream().anyMatch(news -> news.step() == CopyStep.ARRIVED)
                && ofOneCopy.stream().anyMatch(WaitingNews::isGoneUnopened);
    }

    private boolean isGoneUnopened() {
        return step == CopyStep.WITHDRAWN && RecallOutcome.UNOPENED.name().equals(detail);
    }

    Feed.CopyNews told(Instant now) {
        return new Feed.CopyNews(deliveryId, step.type(), detail, now);
    }
}
