package no.brevdue.mailbox.routing;

/** What the scanner says about all attachments of a message together. */
public enum ScanState {
    CLEAN,
    PENDING,
    INFECTED
}
