package no.brevdue.platform.identity;

import no.brevdue.contracts.identity.v1.RefusalReason;

/** A sealed number or name that was made for another request, altered, or does not belong to the alias it came with. */
public final class BrokenSealException extends RuntimeException {

    private final RefusalReason reason;

    BrokenSealException(RefusalReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    BrokenSealException(RefusalReason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What to tell those who wait for the person. */
    public RefusalReason reason() {
        return reason;
    }
}
