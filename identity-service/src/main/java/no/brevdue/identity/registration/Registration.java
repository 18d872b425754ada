package no.brevdue.identity.registration;

import java.util.UUID;

/** A request that waits for its answer, claimed for one attempt. */
record Registration(UUID alias, UUID requestId, byte[] sealed, int attempts) {}
