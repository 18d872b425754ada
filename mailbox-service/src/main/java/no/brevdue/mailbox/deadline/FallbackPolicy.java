package no.brevdue.mailbox.deadline;

/** How the sender reaches the person when a letter falls back; chosen for each letter, because it decides how early it must hear. */
public enum FallbackPolicy {
    /** By telephone or in another way that takes a day. */
    TELL_ME,
    /** On paper: the sender is told early enough for printing and the post, and says when the letter is handed over. */
    PAPER,
    /** On paper by our printing house, where that is possible and still in time; otherwise the sender is told. */
    PRINT
}
