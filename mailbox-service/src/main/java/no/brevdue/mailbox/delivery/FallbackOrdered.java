package no.brevdue.mailbox.delivery;

import no.brevdue.platform.database.Transaction;

/** A delivery has fallen back; observed in the transaction in which it does. */
public record FallbackOrdered(Transaction tx, Delivery delivery) {}
