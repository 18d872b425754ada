package no.brevdue.identity.person;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;

/** Somebody turned out to be somebody else; observed in the transaction of the change. */
public record PersonMerged(Transaction tx, UUID duplicate, UUID person) {}
