package no.brevdue.consent.decision;

import java.time.Instant;
import java.util.UUID;

/** A reader acts on what was decided under an alias, up to a version. */
public record Effect(UUID alias, String reader, long version, Instant appliedAt) {}
