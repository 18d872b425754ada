package no.brevdue.mailbox.inbox;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.mailbox.copy.Withdrawn;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A letter in the list: enough to show and to act on, nothing of its content.
 *
 * @param title our own neutral text, never the sender's
 * @param sender organisation number; absent below level high
 * @param unread nobody has opened it
 * @param readBy in which roles it has been opened
 * @param readBefore when it falls back if nobody has opened it
 * @param actBy the time by which the sender asks for action; absent below level high
 * @param nextStep what the person can do now
 * @param canReply whether it can be answered here
 * @param cannotReplyBecause why not
 * @param sealed it was somebody else's; nobody reads it any more
 * @param withdrawn what its sender says of it now: that it does not hold, or that another letter corrects it
 */
@Schema(name = "Letter")
public record LetterView(
        UUID letterId,
        String title,
        @Nullable String sender,
        Instant publishedAt,
        boolean unread,
        List<ReaderRole> readBy,
        Instant readBefore,
        @Nullable Instant actBy,
        long attachments,
        NextStep nextStep,
        boolean canReply,
        @Nullable ReplyObstacle cannotReplyBecause,
        boolean sealed,
        @Nullable Withdrawn withdrawn) {

    static LetterView of(InboxRow row, Reader reader) {
        boolean high = reader.level() == Level.HIGH;
        ReplyObstacle obstacle = ReplyObstacle.of(row, reader);
        return new LetterView(
                row.id(),
                NeutralTitle.in(reader.language()),
                high ? row.sender() : null,
                row.publishedAt(),
                row.openedAt() == null,
                row.openedBy(),
                row.readBefore(),
                high ? row.actBy() : null,
                row.attachments(),
                nextStep(row, reader),
                obstacle == null,
                obstacle,
                row.sealed(),
                row.withdrawn());
    }

    private static NextStep nextStep(InboxRow row, Reader reader) {
        NextStep wish = switch (row.state()) {
            case PUBLISHED -> NextStep.OPEN;
            case OPENED ->
                row.confirmationRequired()
                                && reader.mailbox().access().acts(row.parentVisibility(), row.sender(), row.onConsent())
                        ? NextStep.CONFIRM
                        : NextStep.NONE;
            case ACCEPTED, HELD, CONFIRMED, RECALLED, RETURNED -> NextStep.NONE;
        };
        if (wish == NextStep.NONE || row.sealed()) {
            return NextStep.NONE;
        }
        if (reader.level() != Level.HIGH) {
            return NextStep.LOG_IN_AT_LEVEL_HIGH;
        }
        return reader.termsAccepted() || row.state() != LetterState.PUBLISHED ? wish : NextStep.ACCEPT_TERMS;
    }
}
