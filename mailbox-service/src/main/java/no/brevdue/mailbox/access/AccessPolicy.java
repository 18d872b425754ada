package no.brevdue.mailbox.access;

import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.mailbox.recipient.Standing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who may read a person's letters on a day. Pure. Whatever is not known opens nothing to another; what is one's own stays
 * readable unless it is known that somebody is too young to read alone, or dead.
 */
public final class AccessPolicy {

    private AccessPolicy() {}

    public static Access own(Standing person, LocalDate today) {
        return switch (person) {
            case Standing.Known known when known.facts().deceased() -> Access.NONE;
            case Standing.Known known when !known.facts().plan().readsOwnOn(today) -> Access.NONE;
            case Standing.Known known -> Access.OWN;
            case Standing.Unknown unknown -> Access.OWN;
            case Standing.Refused refused -> Access.OWN;
        };
    }

    /**
     * What {@code reader} may do with the letters of {@code person}.
     *
     * @param aliases all aliases of the reader
     */
    public static Access forAnother(Standing person, Standing reader, Collection<UUID> aliases, LocalDate today) {
        if (!(person instanceof Standing.Known known) || !mayRepresent(reader)) {
            return Access.NONE;
        }
        return new Access(
                false,
                known.inDoubt()
                        ? List.of()
                        : holding(known.facts(), today)
                                .filter(right -> aliases.contains(right.representative()))
                                .toList(),
                Set.of());
    }

    /** Somebody about whom nothing is in doubt, and whom nothing keeps from acting for another. */
    public static boolean mayRepresent(Standing reader) {
        return reader instanceof Standing.Known known
                && !known.inDoubt()
                && !known.facts().deceased()
                && !known.facts().addressProtected();
    }

    /** Who reads a letter on the person's behalf, as far as the person's own facts say. */
    public static List<UUID> representatives(PersonFacts person, ParentVisibility letter, LocalDate today) {
        return holding(person, today)
                .filter(right -> right.opens(letter == ParentVisibility.VISIBLE))
                .map(Representation::representative)
                .distinct()
                .toList();
    }

    /** The next day on which somebody begins or ceases to read. */
    public static Optional<LocalDate> changes(ReadingPlan plan, LocalDate today) {
        return Stream.concat(
                        Stream.of(plan.readsOwnFrom()),
                        plan.representations().stream().flatMap(right -> Stream.of(right.from(), right.until())))
                .filter(Objects::nonNull)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo);
    }

    private static Stream<Representation> holding(PersonFacts person, LocalDate today) {
        return person.deceased() || person.addressProtected()
                ? Stream.empty()
                : person.plan().representations().stream().filter(right -> right.holdsOn(today));
    }
}
