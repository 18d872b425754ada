package no.brevdue.mailbox.canary;

import java.time.Instant;
import java.util.UUID;

/** A test job at the printing house. */
record PaperCanary(UUID id, Instant orderedAt, State state) {

    /**
     * <pre>
     * WAITING ──► TAKEN ──► PRINTED       FAILED from WAITING, TAKEN
     * </pre>
     */
    enum State {
        /** Whether the printer has it is not known; it is handed over until it has. */
        WAITING,
        TAKEN,
        /** It has come all the way, and was destroyed. */
        PRINTED,
        /** The printer has refused it, or has posted it. */
        FAILED
    }
}
