package no.brevdue.identity.person;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;

/** A person has hidden themselves, or shows themselves again; observed in the transaction of the change. */
public record PersonHidden(Transaction tx, UUID person) {}
