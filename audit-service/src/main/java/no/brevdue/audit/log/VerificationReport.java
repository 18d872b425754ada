package no.brevdue.audit.log;

/** What a verifier found. */
public sealed interface VerificationReport {

    /** Every leaf up to the size of the last checkpoint is as it was signed. */
    record Intact(long size) implements VerificationReport {}

    /** The log differs from what was signed: at {@code from} or after it, and before {@code until}. */
    record BrokenAt(long from, long until, String flaw) implements VerificationReport {}

    /** A checkpoint is not by the log, so that it says nothing about the leaves. */
    record Untrusted(String flaw) implements VerificationReport {}
}
