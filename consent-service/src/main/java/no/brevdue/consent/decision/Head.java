package no.brevdue.consent.decision;

import java.util.UUID;

/** How much was decided under an alias. */
public record Head(UUID alias, long version) {}
