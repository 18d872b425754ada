package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;

/** What makes a sender's letters lawful has changed; observed in the transaction of the change. */
public record LegalBasisChanged(Transaction tx, String controller) {}
