package no.brevdue.identity.person;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the register calls somebody, part by part; a part it does not tell is empty. */
public record PersonName(String given, String middle, String family) {

    /** No part of a name has a line break. */
    private static final String BETWEEN = "\n";

    public PersonName {
        given = oneLine(given);
        middle = oneLine(middle);
        family = oneLine(family);
    }

    public boolean isEmpty() {
        return inFull().isEmpty();
    }

    public String inFull() {
        return Stream.of(given, middle, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** So that different names are different texts. */
    public String inParts() {
        return String.join(BETWEEN, given, middle, family);
    }

    /** Nothing where the name was stored before its parts were told apart. */
    static Optional<PersonName> ofParts(String stored) {
        String[] parts = stored.split(BETWEEN, -1);
        return parts.length == 3 ? Optional.of(new PersonName(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    private static String oneLine(String part) {
        return part.strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "PersonName[***]";
    }
}
