package no.brevdue.audit.entry;

import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.Outcome;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Acts that could have happened. */
public final class Entries {

    public static final Instant AT = Instant.parse("2026-03-02T09:31:02.123456789Z");
    public static final UUID KARI = UUID.fromString("8d9f3b1e-52a7-8c11-9b5e-3a1f6c2d7e90");

    private Entries() {}

    /** Kari opened a letter of hers. */
    public static AuditEntryRecorded opened(String stream) {
        return opened(stream, KARI, AT);
    }

    public static AuditEntryRecorded opened(String stream, UUID person, Instant at) {
        return by(ActorKind.PERSON, person.toString(), "letter-opened", stream, person, at);
    }

    public static AuditEntryRecorded by(
            ActorKind kind, String actor, String action, String stream, UUID subject, Instant at) {
        return by(kind, actor, null, action, stream, subject, at);
    }

    /** A parent opened a letter of a child's. */
    public static AuditEntryRecorded openedByParent(UUID parent, String stream, UUID child, Instant at) {
        return by(ActorKind.PERSON, parent.toString(), null, "letter-opened", "on-behalf-as-parent", stream, child, at);
    }

    /** The general practitioner's office fetched a copy with a system that somebody else runs for it. */
    public static AuditEntryRecorded fetchedThrough(String supplier, String stream, UUID subject, Instant at) {
        return by(ActorKind.ORGANIZATION, "100100703", supplier, "copy-fetched", stream, subject, at);
    }

    /** A clinic sent a letter. */
    public static AuditEntryRecorded sentBy(String clinic, String stream, UUID subject, Instant at) {
        return new AuditEntryRecorded(
                UUID.randomUUID(),
                stream,
                1,
                at,
                ActorKind.ORGANIZATION,
                clinic,
                null,
                subject,
                "letter-sent",
                "treatment",
                "delivery",
                "0198c0de-7b1a-7000-8000-000000000010",
                clinic,
                Outcome.DONE);
    }

    private static AuditEntryRecorded by(
            ActorKind kind,
            String actor,
            @Nullable String supplier,
            String action,
            String stream,
            UUID subject,
            Instant at) {
        return by(kind, actor, supplier, action, "own-use", stream, subject, at);
    }

    private static AuditEntryRecorded by(
            ActorKind kind,
            String actor,
            @Nullable String supplier,
            String action,
            String purpose,
            String stream,
            UUID subject,
            Instant at) {
        return new AuditEntryRecorded(
                UUID.randomUUID(),
                stream,
                1,
                at,
                kind,
                actor,
                supplier,
                subject,
                action,
                purpose,
                "delivery",
                "0198c0de-7b1a-7000-8000-000000000010",
                "100100673",
                Outcome.DONE);
    }

    public static Entry entry(long position) {
        return Entry.of(opened("mailbox-7"), position);
    }
}
