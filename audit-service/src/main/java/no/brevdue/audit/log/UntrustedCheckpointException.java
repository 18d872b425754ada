package no.brevdue.audit.log;

/** A text that says something about the log and is not to be believed. */
public final class UntrustedCheckpointException extends RuntimeException {

    UntrustedCheckpointException(String reason) {
        super(reason);
    }
}
