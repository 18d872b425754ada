package no.brevdue.contracts.audit.v1;

import no.brevdue.contracts.Event;

/** Who did what to whose data, and why. */
public sealed interface AuditEvent extends Event permits AuditEntryRecorded {}
