package no.brevdue.identity.family;

import java.util.UUID;

/** Somebody is guardian of a person. One guardian may be so on more than one ground. */
public record Guardianship(UUID guardian, GuardianshipType type, GuardianshipScope scope) {}
