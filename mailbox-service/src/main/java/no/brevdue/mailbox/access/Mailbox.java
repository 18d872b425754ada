package no.brevdue.mailbox.access;

import no.brevdue.platform.caller.OnBehalf;

import java.util.List;
import java.util.UUID;

/**
 * The mailbox that a citizen has come to read: their own, or that of somebody for whom they act.
 *
 * @param alias the person whose letters they are
 * @param aliases all aliases of that person
 * @param access what the citizen may do with them
 */
public record Mailbox(UUID alias, List<UUID> aliases, Access access) {

    public Mailbox {
        aliases = List.copyOf(aliases);
    }

    /** The purpose on record: in whose name the citizen reads, and by which right. */
    public String purpose() {
        return access.kind().map(OnBehalf::purpose).orElse(OnBehalf.OWN_USE);
    }
}
