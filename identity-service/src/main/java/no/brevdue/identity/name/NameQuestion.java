package no.brevdue.identity.name;

import java.time.Instant;
import java.util.UUID;

/**
 * A question that waits for its answer.
 *
 * @param sender who believes in the sealed name
 */
record NameQuestion(UUID questionId, UUID alias, String sender, byte[] sealed, Instant askedAt) {}
