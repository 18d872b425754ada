package no.brevdue.identity.stepup;

import java.time.Instant;
import java.util.UUID;

/**
 * A login that was begun.
 *
 * @param verifier the PKCE secret, encrypted
 */
record StepUpRow(UUID id, UUID alias, Operation operation, String nonce, byte[] verifier, Instant requestedAt) {}
