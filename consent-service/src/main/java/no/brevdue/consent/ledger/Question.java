package no.brevdue.consent.ledger;

import java.time.Instant;

/** A controller waits for an answer. */
public record Question(String controller, String purpose, Instant askedAt) {}
