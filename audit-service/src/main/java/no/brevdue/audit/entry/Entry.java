package no.brevdue.audit.entry;

import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.Outcome;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An act as it stands in the log, at its position in the stream of the service that saw it. Times have microseconds, which
 * is what the database keeps: the form that is hashed must be the form that is stored.
 */
public record Entry(
        UUID entryId,
        String stream,
        long position,
        Instant at,
        ActorKind actorKind,
        String actor,
        @Nullable String supplier,
        @Nullable UUID subject,
        String action,
        String purpose,
        String objectType,
        String object,
        @Nullable String organization,
        Outcome outcome) {

    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public static Entry of(AuditEntryRecorded fact, long position) {
        return new Entry(
                fact.entryId(),
                fact.stream(),
                position,
                fact.at(),
                fact.actorKind(),
                fact.actor(),
                fact.supplier(),
                fact.subject(),
                fact.action(),
                fact.purpose(),
                fact.objectType(),
                fact.object(),
                fact.organization(),
                fact.outcome());
    }
}
