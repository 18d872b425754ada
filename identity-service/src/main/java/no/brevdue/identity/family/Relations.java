package no.brevdue.identity.family;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the register says of somebody's relations, with everybody it names known.
 *
 * @param homes where the person lives, spelled so that equal places are equal
 */
public record Relations(Map<UUID, ParentalResponsibility> parents, Set<Guardianship> guardianships, Set<String> homes) {

    public Relations {
        parents = Map.copyOf(parents);
        guardianships = Set.copyOf(guardianships);
        homes = Set.copyOf(homes);
    }

    /** Where somebody lives is not for a log. */
    @Override
    public String toString() {
        return "Relations[parents=" + parents.size() + ", guardianships=" + guardianships.size() + "]";
    }
}
