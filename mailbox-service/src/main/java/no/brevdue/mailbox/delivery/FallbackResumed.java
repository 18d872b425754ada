package no.brevdue.mailbox.delivery;

import no.brevdue.platform.database.Transaction;

/** A death was annulled, and the person is to be reached another way as before; observed in the transaction that learns of it. */
public record FallbackResumed(Transaction tx, Delivery delivery) {}
