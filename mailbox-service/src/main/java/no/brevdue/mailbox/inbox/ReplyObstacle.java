package no.brevdue.mailbox.inbox;

import no.brevdue.platform.caller.Level;
import org.jspecify.annotations.Nullable;

/** Why a letter cannot be answered here. The first that applies; what is refused and what is shown is decided by the same rule. */
public enum ReplyObstacle {
    /** The sender takes no answers through the mailbox. */
    SENDER_TAKES_NO_REPLIES,
    /** Its sender has taken it back or corrected it, or it was somebody else's. */
    TAKEN_BACK,
    /** It has been deleted; restore it first. */
    DELETED,
    /** Answering needs a login at level high. */
    LOG_IN_AT_LEVEL_HIGH,
    /** Whoever acts for the person may read it and no more. */
    MAY_READ_ONLY,
    /** The terms in force must be accepted first. */
    ACCEPT_TERMS,
    /** Nobody has opened it. */
    NOT_OPENED,
    /** What the person has decided is not known for certain now. */
    AGREEMENT_IN_DOUBT,
    /** Ask for it: feature contact, with the sender of the letter as controller. */
    AGREEMENT_NEEDED;

    static @Nullable ReplyObstacle of(InboxRow row, Reader reader) {
        if (!row.replyAllowed()) {
            return SENDER_TAKES_NO_REPLIES;
        }
        if (row.sealed() || row.withdrawn() != null) {
            return TAKEN_BACK;
        }
        if (row.deleted()) {
            return DELETED;
        }
        return reader.level() == Level.HIGH ? ofReader(row, reader) : LOG_IN_AT_LEVEL_HIGH;
    }

    private static @Nullable ReplyObstacle ofReader(InboxRow row, Reader reader) {
        if (!reader.mailbox().access().acts(row.parentVisibility(), row.sender(), row.onConsent())) {
            return MAY_READ_ONLY;
        }
        if (!reader.termsAccepted()) {
            return ACCEPT_TERMS;
        }
        if (row.openedAt() == null) {
            return NOT_OPENED;
        }
        if (reader.inDoubt()) {
            return AGREEMENT_IN_DOUBT;
        }
        return row.agreed() ? null : AGREEMENT_NEEDED;
    }
}
