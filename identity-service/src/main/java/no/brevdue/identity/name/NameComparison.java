package no.brevdue.identity.name;

import no.brevdue.identity.person.PersonName;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a name that somebody wrote can be the one in the register. The whole family name must be there, in one piece, and one of the
 * given names, or initials alone; a middle name more or less, the order and the spelling of letters do not matter. Sounds are not
 * compared, and former names are not known: who has changed theirs to be left in peace is not found by it.
 */
final class NameComparison {

    private NameComparison() {}

    static boolean matches(PersonName registered, String written) {
        List<Spelling> words = Spelling.ofWords(written);
        List<Spelling> given = Spelling.ofWords(registered.given());
        List<Spelling> family = Spelling.ofWords(registered.family());
        if (family.isEmpty()) {
            return !given.isEmpty() && sharesGiven(words, given);
        }
        Spelling whole = Spelling.together(family);
        return runs(words.size()).anyMatch(run -> run.of(words).isSame(whole) && sharesGiven(run.others(words), given));
    }

    /** Who has one name only in the register is called by it. */
    private static boolean sharesGiven(List<Spelling> written, List<Spelling> registered) {
        if (registered.isEmpty()) {
            return true;
        }
        List<Spelling> names = written.stream().filter(name -> !name.initial()).toList();
        return names.isEmpty()
                ? written.stream().anyMatch(initial -> registered.stream().anyMatch(initial::begins))
                : pieces(names).anyMatch(name -> pieces(registered).anyMatch(name::isSame));
    }

    /** Anne-Marie is Anne, Marie and Annemarie. */
    private static Stream<Spelling> pieces(List<Spelling> words) {
        return runs(words.size()).map(run -> run.of(words));
    }

    private static Stream<Run> runs(int words) {
        return IntStream.range(0, words)
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 1, words).mapToObj(to -> new Run(from, to)));
    }

    /** Some words next to each other. */
    private record Run(int from, int to) {

        Spelling of(List<Spelling> words) {
            return Spelling.together(words.subList(from, to));
        }

        List<Spelling> others(List<Spelling> words) {
            List<Spelling> others = new ArrayList<>(words.subList(0, from));
            others.addAll(words.subList(to, words.size()));
            return others;
        }
    }
}
