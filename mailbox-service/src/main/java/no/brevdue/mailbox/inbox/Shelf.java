package no.brevdue.mailbox.inbox;

/** Where a person's letters stand. */
enum Shelf {
    INBOX,
    /** Filed by the person, and by nobody else. */
    ARCHIVE,
    /** Deleted, and to be restored for a while. */
    DELETED
}
