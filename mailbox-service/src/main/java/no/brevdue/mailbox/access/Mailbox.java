package no.brevdue.mailbox.access;

import no.brevdue.contracts.identity.v1.RepresentationKind;

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

    private static final String OWN_USE = "own-use";

    public Mailbox {
        aliases = List.copyOf(aliases);
    }

    /** The purpose on record: in whose name the citizen reads, and by which right. */
    public String purpose() {
        return access.kind().map(Mailbox::purpose).orElse(OWN_USE);
    }

    private static String purpose(RepresentationKind kind) {
        return switch (kind) {
            case PARENT -> "on-behalf-as-parent";
            case POWER_OF_ATTORNEY -> "on-behalf-by-power-of-attorney";
            case GUARDIAN -> "on-behalf-as-guardian";
            case NEXT_OF_KIN -> "on-behalf-as-next-of-kin";
        };
    }
}
