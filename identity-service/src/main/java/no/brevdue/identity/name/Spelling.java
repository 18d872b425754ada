package no.brevdue.identity.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word as two systems may spell it: in capitals or not, with accents or without. What becomes of ø and its like where a keyboard
 * lacks them is a matter of taste, so there are two foldings, and words are the same if either of them says so.
 *
 * @param full with oe for ø
 * @param plain with o for ø
 * @param initial whether it is a single letter
 */
record Spelling(String full, String plain, boolean initial) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s.,\\p{Pd}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻ´`]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final Map<String, String> FULL =
            Map.of("ä", "ae", "ø", "oe", "ö", "oe", "å", "aa", "ü", "ue", "ŋ", "ng");

    /** Letters of their own: no decomposition finds another in them. */
    private static final Map<String, String> PLAIN = Map.of(
            "æ", "ae", "ø", "o", "ŋ", "n", "đ", "d", "ð", "d", "þ", "th", "ŧ", "t", "ł", "l", "ß", "ss", "ı", "i");

    /** A word of nothing but accents is none: as an initial it would be everybody's. */
    static List<Spelling> ofWords(String text) {
        String letters = APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(Normalizer.normalize(letters, Normalizer.Form.NFKC))
                .map(word -> new Spelling(
                        folded(word, FULL), folded(word, Map.of()), word.codePointCount(0, word.length()) == 1))
                .filter(word -> !word.full().isEmpty())
                .toList();
    }

    /** Words that somebody else may write as one. */
    static Spelling together(List<Spelling> words) {
        return new Spelling(
                words.stream().map(Spelling::full).collect(Collectors.joining()),
                words.stream().map(Spelling::plain).collect(Collectors.joining()),
                false);
    }

    boolean isSame(Spelling other) {
        return full.equals(other.full) || plain.equals(other.plain);
    }

    boolean begins(Spelling other) {
        return other.full.startsWith(full) || other.plain.startsWith(plain);
    }

    private static String folded(String word, Map<String, String> first) {
        String letters = word.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> first.getOrDefault(letter, PLAIN.getOrDefault(letter, letter)))
                .collect(Collectors.joining());
        return ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    @Override
    public String toString() {
        return "Spelling[***]";
    }
}
