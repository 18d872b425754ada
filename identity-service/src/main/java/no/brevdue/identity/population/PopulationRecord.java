package no.brevdue.identity.population;

import no.brevdue.identity.family.GuardianshipScope;
import no.brevdue.identity.family.GuardianshipType;
import no.brevdue.identity.family.ParentalResponsibility;
import no.brevdue.identity.person.PersonName;
import no.brevdue.identity.person.RegisterFacts;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the register says of one person. Only what is valid now, except for the numbers.
 *
 * @param sequence grows with each change of the person in the register, where it says so; otherwise 0
 * @param number the number in use; null if the register does not say which one it is
 * @param formerNumbers numbers of before, such as a D-number after a birth number was given
 * @param name null if the register tells none
 * @param homes the places where the person is registered as living, spelled so that equal places are equal
 * @param responsible who has parental responsibility for the person
 * @param guardians who is guardian of the person
 */
public record PopulationRecord(
        long sequence,
        RegisterFacts facts,
        @Nullable NationalIdentityNumber number,
        List<NationalIdentityNumber> formerNumbers,
        @Nullable PersonName name,
        Set<String> homes,
        List<Responsible> responsible,
        List<Guardian> guardians) {

    public PopulationRecord {
        formerNumbers = List.copyOf(formerNumbers);
        homes = Set.copyOf(homes);
        responsible = List.copyOf(responsible);
        guardians = List.copyOf(guardians);
    }

    /** Somebody with parental responsibility (foreldreansvar). */
    public record Responsible(NationalIdentityNumber number, ParentalResponsibility kind) {}

    /** A guardian (verge), or the holder of a confirmed future power of attorney. */
    public record Guardian(NationalIdentityNumber number, GuardianshipType type, GuardianshipScope scope) {}

    /** Everybody whom the register names by number alone. */
    public Set<NationalIdentityNumber> kin() {
        Set<NationalIdentityNumber> kin = new LinkedHashSet<>();
        Stream.concat(
                        responsible.stream().map(Responsible::number),
                        guardians.stream().map(Guardian::number))
                .forEach(kin::add);
        return kin;
    }

    @Override
    public String toString() {
        return "PopulationRecord[***]";
    }
}
