package no.brevdue.audit.ingest;

/** A record that cannot be an entry of the stream it names. It goes to quarantine, where somebody must look at it. */
final class RefusedEntryException extends RuntimeException {

    RefusedEntryException(String flaw) {
        super(flaw);
    }
}
