package no.brevdue.mailbox.print;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One letter on its way to paper. */
record PrintOrder(
        UUID deliveryId,
        UUID id,
        PrintState state,
        int setbacks,
        int timesUnknown,
        @Nullable Instant dispatchedAt) {

    PrintOrder leaving() {
        return new PrintOrder(deliveryId, id, PrintState.LEAVING, setbacks, timesUnknown, dispatchedAt);
    }
}
