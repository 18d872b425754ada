package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rules about deciding need to know of somebody. Who decides is a matter of the day; whatever is not known, or in doubt,
 * lets nobody decide for another.
 *
 * @param inDoubt a fact is missing, or could not be read
 * @param readsOwnFrom the first day on which the person uses the mailbox: the 16th birthday, or earlier, with a parent's consent
 * @param representations who may act for the person, and by which right
 */
public record Person(
        LocalDate birthDate,
        boolean deceased,
        boolean addressProtected,
        boolean inDoubt,
        LocalDate readsOwnFrom,
        List<Representation> representations) {

    private static final int DECIDES_FROM = 13;
    private static final int ALONE_FROM = 16;

    public Person {
        representations = List.copyOf(representations);
    }

    /** The same, while nobody knows whether something is missing. */
    Person doubted() {
        return new Person(birthDate, deceased, addressProtected, true, readsOwnFrom, representations);
    }

    /** From 16, pasient- og brukerrettighetsloven § 4-3; from 13 as long as a parent lets them. */
    public boolean decidesAlone(LocalDate today) {
        return !deceased
                && (isAtLeast(ALONE_FROM, today)
                        || (isAtLeast(DECIDES_FROM, today) && !inDoubt && !today.isBefore(readsOwnFrom)));
    }

    /**
     * By which right another decides for this person today, if any: a parent under 13; from 13 to 15 nobody; whoever acts by
     * law before and after that. A power of attorney reads and answers, and consents to nothing.
     *
     * @param aliases all aliases of the other
     */
    public Optional<RepresentationKind> isDecidedForBy(Person other, Collection<UUID> aliases, LocalDate today) {
        if (!mayBeActedFor() || !other.mayBeActedFor()) {
            return Optional.empty();
        }
        return representations.stream()
                .filter(right -> aliases.contains(right.representative()) && right.holdsOn(today))
                .filter(right -> decides(right, today))
                .map(Representation::kind)
                .findFirst();
    }

    private boolean decides(Representation right, LocalDate today) {
        boolean child = !isAtLeast(DECIDES_FROM, today);
        return switch (right.kind()) {
            case PARENT -> child;
            case POWER_OF_ATTORNEY -> false;
            case GUARDIAN, NEXT_OF_KIN ->
                right.scope() == RepresentationScope.ACT && (child || isAtLeast(ALONE_FROM, today));
        };
    }

    /** Neither in doubt, nor dead, nor under a protected address: of those nobody acts for another, and nobody for them. */
    private boolean mayBeActedFor() {
        return !inDoubt && !deceased && !addressProtected;
    }

    private boolean isAtLeast(int age, LocalDate today) {
        return !today.isBefore(birthDate.plusYears(age));
    }
}
