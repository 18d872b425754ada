package no.brevdue.mailbox.clamd;

/** What the scanner knows about bytes it has seen to the end. */
public enum Verdict {
    CLEAN,
    INFECTED
}
