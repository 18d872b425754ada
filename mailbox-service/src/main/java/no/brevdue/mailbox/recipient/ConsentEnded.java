package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.UUID;

/** A consent to letters holds no longer; observed in the transaction of the change. */
public record ConsentEnded(Transaction tx, List<UUID> aliases, String controller) {

    public ConsentEnded {
        aliases = List.copyOf(aliases);
    }
}
