package no.brevdue.identity.family;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;

/**
 * {@link Families#of} answers differently about this person, or about somebody who represents them; observed in the
 * transaction of the change. A parent's death is told for the parent and for each child.
 */
public record FamilyChanged(Transaction tx, UUID person) {}
