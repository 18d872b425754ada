package no.brevdue.audit.access;

import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.Outcome;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An entry about a person, as it is stored. */
record AccessLogRow(
        long index,
        Instant at,
        ActorKind actorKind,
        String actor,
        @Nullable String supplier,
        String action,
        String purpose,
        String objectType,
        String object,
        @Nullable String organization,
        Outcome outcome) {

    Cursor cursor() {
        return new Cursor(at, index);
    }
}
