package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.caller.OnBehalf;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Whose decisions a citizen has come to see or make: their own, or those of somebody for whom they decide.
 *
 * @param actor who is logged in
 * @param alias the person it is about, as they are known here
 * @param aliases all aliases of that person, in the one order in which they are locked
 * @param by by which right the actor decides; null for themselves
 */
public record Subject(
        Citizen actor,
        UUID alias,
        List<UUID> aliases,
        @Nullable RepresentationKind by) {

    public Subject {
        aliases = List.copyOf(aliases);
    }

    /** The purpose on record. */
    public String purpose() {
        return by == null ? OnBehalf.OWN_USE : OnBehalf.purpose(by);
    }

    /** The person, where another acts for them. */
    public @Nullable UUID represented() {
        return by == null ? null : alias;
    }

    /** Who acts, where it is not the person. */
    public @Nullable UUID representative() {
        return by == null ? null : actor.alias();
    }
}
