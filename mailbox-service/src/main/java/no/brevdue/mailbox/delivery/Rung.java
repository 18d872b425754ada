package no.brevdue.mailbox.delivery;

/** A rung of the proof ladder. There is no rung called sent or delivered, because nothing proves that. */
public enum Rung {
    /** Durably stored. */
    ACCEPTED,
    /** Can be opened. */
    PUBLISHED,
    /** A notification was stored on its way to the person. */
    NOTIFICATION_ORDERED,
    /** A provider took responsibility for the notification. */
    NOTIFICATION_HANDED_OVER,
    /** The notification did not reach the person. */
    NOTIFICATION_FAILED,
    /** A system of a copy recipient fetched the content. */
    FETCHED,
    /** Content was released to an authenticated reader at level high. */
    OPENED,
    /** The recipient acknowledged it. */
    CONFIRMED,
    /** The sender was told to reach the person another way. */
    FALLBACK_ORDERED,
    /** Somebody has taken responsibility for reaching the person another way, such as a printer. */
    FALLBACK_HANDED_OVER,
    /** The printer has given the letter to the post. */
    PAPER_DISPATCHED,
    /** The post has brought it back. */
    PAPER_RETURNED,
    /** The sender reports that the person was reached another way. */
    FALLBACK_DONE,
    /** The sender reports that it could not reach the person. */
    FALLBACK_FAILED,
    /** The person deleted it, and nobody had opened it. */
    DELETED_UNREAD,
    /** Its reader says that it is somebody else's; it is sealed. */
    DISOWNED,
    /** Taken back by the sender: unopened, sealed, or marked where it had been read. */
    RECALLED,
    /** Given back to the sender. */
    RETURNED
}
