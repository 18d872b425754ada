package no.brevdue.local.standin;

import no.brevdue.local.people.SyntheticPerson;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody as the population register knows them now.
 *
 * @param key what the person is called on the command line
 * @param formerNumbers discontinued numbers, those of merged duplicates among them
 * @param protection as Persontjenesten spells it
 * @param sequence of the last event about them
 */
record Resident(
        String key,
        String number,
        List<String> formerNumbers,
        String givenName,
        String familyName,
        LocalDate birthDate,
        String address,
        String protection,
        @Nullable LocalDate deceased,
        List<Responsible> responsible,
        List<Guardian> guardians,
        long sequence) {

    /** Somebody with parental responsibility, by key. */
    record Responsible(String person, String type) {}

    /** A guardian, by key. */
    record Guardian(String person, String type, String scope) {}

    static Resident of(SyntheticPerson person) {
        String kind = person.parents().size() > 1 ? "Joint" : "Mother";
        return new Resident(
                person.key(),
                person.number(),
                List.of(),
                person.givenName(),
                person.familyName(),
                person.birthDate(),
                person.address(),
                switch (person.protection()) {
                    case UNCLASSIFIED -> "Unclassified";
                    case STRICTLY_CONFIDENTIAL -> "StrictlyConfidential";
                },
                person.deceased(),
                person.parents().stream()
                        .map(parent -> new Responsible(parent, kind))
                        .toList(),
                List.of(),
                0);
    }

    boolean has(String someNumber) {
        return number.equals(someNumber) || formerNumbers.contains(someNumber);
    }

    Resident died(@Nullable LocalDate day) {
        return with(number, formerNumbers, givenName, familyName, address, protection, day, responsible, guardians);
    }

    Resident protectedAs(String level) {
        return with(number, formerNumbers, givenName, familyName, address, level, deceased, responsible, guardians);
    }

    Resident livingAt(String place) {
        return with(number, formerNumbers, givenName, familyName, place, protection, deceased, responsible, guardians);
    }

    Resident called(String given, String family) {
        return with(number, formerNumbers, given, family, address, protection, deceased, responsible, guardians);
    }

    Resident childOf(List<Responsible> parents) {
        return with(number, formerNumbers, givenName, familyName, address, protection, deceased, parents, guardians);
    }

    Resident guardedBy(List<Guardian> people) {
        return with(number, formerNumbers, givenName, familyName, address, protection, deceased, responsible, people);
    }

    Resident numbered(String another, List<String> former) {
        return with(another, former, givenName, familyName, address, protection, deceased, responsible, guardians);
    }

    Resident at(long event) {
        return new Resident(
                key,
                number,
                formerNumbers,
                givenName,
                familyName,
                birthDate,
                address,
                protection,
                deceased,
                responsible,
                guardians,
                event);
    }

    static List<String> plus(List<String> numbers, List<String> more) {
        List<String> all = new ArrayList<>(numbers);
        all.addAll(more);
        return all.stream().distinct().toList();
    }

    private Resident with(
            String current,
            List<String> former,
            String given,
            String family,
            String place,
            String level,
            @Nullable LocalDate death,
            List<Responsible> parents,
            List<Guardian> people) {
        return new Resident(
                key,
                current,
                List.copyOf(former),
                given,
                family,
                birthDate,
                place,
                level,
                death,
                List.copyOf(parents),
                List.copyOf(people),
                sequence);
    }

    @Override
    public String toString() {
        return "Resident[" + key + "]";
    }
}
