package no.brevdue.mailbox.inbox;

/** Why a letter cannot be answered here. */
public enum ReplyObstacle {
    /** The sender takes no answers through the mailbox. */
    SENDER_TAKES_NO_REPLIES
}
