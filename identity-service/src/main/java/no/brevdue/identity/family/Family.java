package no.brevdue.identity.family;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A person among those who belong to them. All are known persons.
 *
 * @param birthDate from the register, never from the number
 * @param parents those with parental responsibility
 * @param children those for whom the person has parental responsibility, as far as they are known here
 * @param guardianships those who are guardians of the person
 * @param wards those of whom the person is guardian, as far as they are known here
 */
public record Family(
        UUID person,
        LocalDate birthDate,
        boolean deceased,
        boolean addressProtected,
        List<Parent> parents,
        List<UUID> children,
        List<Guardianship> guardianships,
        List<UUID> wards) {

    public Family {
        parents = List.copyOf(parents);
        children = List.copyOf(children);
        guardianships = List.copyOf(guardianships);
        wards = List.copyOf(wards);
    }
}
