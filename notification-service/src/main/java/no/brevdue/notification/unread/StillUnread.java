package no.brevdue.notification.unread;

/** What mailbox-service said. */
public enum StillUnread {
    YES,
    /** Somebody has opened it or answered, or it is not there any more. */
    NO,
    /** There was no answer, or none that can be believed. Ask again later. */
    NOBODY_KNOWS
}
