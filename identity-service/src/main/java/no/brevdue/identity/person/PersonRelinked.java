package no.brevdue.identity.person;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;

/** Other aliases than before lead to somebody, perhaps none; observed in the transaction of the change. */
public record PersonRelinked(Transaction tx, UUID person) {}
