package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.UUID;

/** Whom these people deny access may be fewer now, or is known for certain again; observed in the transaction of the change. */
public record DenialLifted(Transaction tx, List<UUID> aliases) {

    public DenialLifted {
        aliases = List.copyOf(aliases);
    }
}
