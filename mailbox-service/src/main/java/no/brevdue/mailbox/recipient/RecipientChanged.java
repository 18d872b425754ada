package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.UUID;

/** Something routing depends on has changed for whoever is behind these aliases; observed in the transaction of the change. */
public record RecipientChanged(Transaction tx, List<UUID> aliases) {

    public RecipientChanged {
        aliases = List.copyOf(aliases);
    }
}
