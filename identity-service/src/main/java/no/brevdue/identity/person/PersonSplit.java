package no.brevdue.identity.person;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;

/** Two people who were taken for one are two again; observed in the transaction of the change. */
public record PersonSplit(Transaction tx, UUID person, UUID other) {}
