package no.brevdue.identity.name;

import no.brevdue.identity.person.PersonName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a name that somebody wrote can be the one in the register. The whole family name must be there, in one piece, and one of the
 * given names, or initials alone. All else that is written must be in the register, but for one word: whoever could write many names at
 * once would find the right one by halving them. The order and the spelling of letters do not matter. Sounds are not compared, and
 * former names are not known: who has changed theirs to be left in peace is not found by it.
 */
final class NameComparison {

    /** What is longer is no name, and is not looked at. */
    private static final int MOST_WORDS = 12;

    private static final int STRANGERS = 1;

    private NameComparison() {}

    static boolean matches(PersonName registered, String written) {
        List<Spelling> words = Spelling.ofWords(written);
        if (words.size() > MOST_WORDS) {
            return false;
        }
        List<Spelling> given = Spelling.ofWords(registered.given());
        List<Spelling> family = Spelling.ofWords(registered.family());
        List<Spelling> first = new ArrayList<>(given);
        first.addAll(Spelling.ofWords(registered.middle()));
        if (family.isEmpty()) {
            return !given.isEmpty() && arePersons(words, given, first);
        }
        Spelling whole = Spelling.together(family);
        return runs(words.size())
                .anyMatch(run ->
                        Spelling.together(run.of(words)).isSame(whole) && arePersons(run.others(words), given, first));
    }

    private static boolean arePersons(List<Spelling> written, List<Spelling> given, List<Spelling> first) {
        List<Spelling> namesBeforeInitials =
                written.stream().sorted(Comparator.comparing(Spelling::initial)).toList();
        return sharesGiven(written, given) && areAmong(first, namesBeforeInitials, STRANGERS);
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

    /** Whether all that is written is in the register, but for so many strangers. A name there stands for one that is written. */
    private static boolean areAmong(List<Spelling> registered, List<Spelling> written, int strangers) {
        if (written.size() <= strangers) {
            return true;
        }
        return runs(written.size())
                        .filter(run -> run.from() == 0)
                        .anyMatch(run -> runs(registered.size())
                                .filter(name -> isSame(run.of(written), name.of(registered)))
                                .limit(1)
                                .anyMatch(name -> areAmong(name.others(registered), run.others(written), strangers)))
                || (strangers > 0 && areAmong(registered, written.subList(1, written.size()), strangers - 1));
    }

    private static boolean isSame(List<Spelling> written, List<Spelling> registered) {
        return written.stream().anyMatch(Spelling::initial)
                ? written.size() == 1
                        && registered.size() == 1
                        && written.getFirst().begins(registered.getFirst())
                : Spelling.together(written).isSame(Spelling.together(registered));
    }

    /** Anne-Marie is Anne, Marie and Annemarie. */
    private static Stream<Spelling> pieces(List<Spelling> words) {
        return runs(words.size()).map(run -> Spelling.together(run.of(words)));
    }

    private static Stream<Run> runs(int words) {
        return IntStream.range(0, words)
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 1, words).mapToObj(to -> new Run(from, to)));
    }

    /** Some words next to each other. */
    private record Run(int from, int to) {

        List<Spelling> of(List<Spelling> words) {
            return words.subList(from, to);
        }

        List<Spelling> others(List<Spelling> words) {
            List<Spelling> others = new ArrayList<>(words.subList(0, from));
            others.addAll(words.subList(to, words.size()));
            return others;
        }
    }
}
