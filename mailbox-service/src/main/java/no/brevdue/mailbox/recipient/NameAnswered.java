package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;

/** It is known whether this letter's recipient is called what its sender believes. Announced in the transaction that records it. */
public record NameAnswered(Transaction tx, UUID messageId) {}
