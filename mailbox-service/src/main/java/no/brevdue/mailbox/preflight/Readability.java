package no.brevdue.mailbox.preflight;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.regex.Pattern;

/**
 * How hard a text is to read.
 *
 * @param lix readability index: words per sentence plus the percentage of words longer than six letters
 * @param level what the number means
 * @param hasActBy whether the letter says by when the person must act
 * @param saysWhatToDo whether the text asks for something in words we know
 */
@Schema(name = "Readability")
public record Readability(int lix, Level level, boolean hasActBy, boolean saysWhatToDo) {

    /** The usual bands. */
    public enum Level {
        VERY_EASY,
        EASY,
        MEDIUM,
        HARD,
        VERY_HARD
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+(?:[-'’][\\p{L}\\p{Nd}]+)*");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?:](?:\\s|$)|\\n\\s*\\n");
    private static final int LONG = 6;

    /** Words with which letters in our languages ask for something. */
    private static final Pattern ASKS = Pattern.compile(
            "\\b(du må|du skal|vi ber deg|møt|ring|ta kontakt|kontakt oss|gi beskjed|bestill|svar|ta med|fyll ut|betal"
                    + "|hugs|du trenger ikke|du treng ikkje"
                    + "|you must|you need to|please|call us|contact us|bring|fill in|do not need to"
                    + "|fertet|váldde oktavuođa|riŋge)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    static Readability of(String text, boolean hasActBy) {
        long words = WORD.matcher(text).results().count();
        long longWords = WORD.matcher(text)
                .results()
                .filter(word -> word.group().length() > LONG)
                .count();
        long sentences =
                Math.max(1, END_OF_SENTENCE.matcher(text.strip()).results().count());
        int lix = words == 0 ? 0 : (int) Math.round((double) words / sentences + 100.0 * longWords / words);
        return new Readability(lix, level(lix), hasActBy, ASKS.matcher(text).find());
    }

    private static Level level(int lix) {
        if (lix < 30) {
            return Level.VERY_EASY;
        }
        if (lix < 40) {
            return Level.EASY;
        }
        if (lix < 50) {
            return Level.MEDIUM;
        }
        return lix < 60 ? Level.HARD : Level.VERY_HARD;
    }
}
