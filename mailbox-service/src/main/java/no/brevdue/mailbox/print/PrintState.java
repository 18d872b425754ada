package no.brevdue.mailbox.print;

/**
 * Where a letter is on its way to paper.
 *
 * <pre>
 * WAITING ──► LEAVING ──► ACCEPTED ──► DISPATCHED ──► DONE       RETURNED from ACCEPTED, DISPATCHED
 *    │           │            │                                   REFUSED from WAITING, LEAVING, ACCEPTED, DISPATCHED
 *    ▼           ▼            ▼
 * NOT_NEEDED  NOT_NEEDED   REFUSED
 * </pre>
 */
enum PrintState {
    /** Nothing has left. */
    WAITING,
    /** Nobody had opened it, and it is being handed over; whether the printer has it is asked of the printer. */
    LEAVING,
    /** The printer has taken responsibility. */
    ACCEPTED,
    /** The post has it. */
    DISPATCHED,
    /** It came back. */
    RETURNED,
    /** It did not come back in three weeks. */
    DONE,
    /** It cannot be printed or posted, or the printer has lost it. */
    REFUSED,
    /** Somebody opened it first and is owed no paper, or it was recalled or disowned, or a death has sent it back; an annulment makes the last WAITING again. */
    NOT_NEEDED
}
