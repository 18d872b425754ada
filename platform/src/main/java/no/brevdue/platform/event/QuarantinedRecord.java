package no.brevdue.platform.event;

import java.time.Instant;
import java.util.UUID;

/** What an operator sees of a record in quarantine: where it was and what is wrong with it, not what it says. */
public record QuarantinedRecord(
        UUID id, String topic, int partition, long offset, String type, String reason, Instant firstSeen) {}
