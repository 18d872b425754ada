package no.brevdue.mailbox.attachment;

/**
 * How far an attachment has come. A scanner that does not answer leaves it pending.
 *
 * <pre>
 * AWAITING_UPLOAD ───► PENDING ───► CLEAN
 *                              └──► INFECTED
 * </pre>
 */
public enum AttachmentState {
    AWAITING_UPLOAD,
    PENDING,
    CLEAN,
    INFECTED
}
