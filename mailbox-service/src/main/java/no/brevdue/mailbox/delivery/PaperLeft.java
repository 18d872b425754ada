package no.brevdue.mailbox.delivery;

import no.brevdue.platform.database.Transaction;

/** Somebody has taken responsibility for a letter on paper, whatever has become of the letter itself; fired in the transaction that proves it. */
public record PaperLeft(Transaction tx, Delivery delivery) {}
