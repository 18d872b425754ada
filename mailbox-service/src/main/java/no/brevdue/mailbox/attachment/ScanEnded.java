package no.brevdue.mailbox.attachment;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;

/** There is a verdict on an attachment of this letter. Announced in the transaction that records it. */
public record ScanEnded(Transaction tx, UUID messageId) {}
