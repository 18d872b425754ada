package no.brevdue.platform.event;

/** A record that is not the fact it says it is. The message names the flaw, never the content. */
public final class MalformedEventException extends RuntimeException {

    MalformedEventException(String flaw) {
        super(flaw);
    }
}
