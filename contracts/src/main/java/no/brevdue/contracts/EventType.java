package no.brevdue.contracts;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One name, three spellings, derived and never typed: {@code PersonRegistered} (record), {@code person-registered} (files) and
 * {@code no.brevdue.identity.person.registered.v1} (wire).
 */
public final class EventType {

    private static final Pattern WORD_START = Pattern.compile("(?<!^)(?=[A-Z])");

    private EventType() {}

    /** The CloudEvents type of a fact. */
    public static String of(Class<? extends Event> fact) {
        String words = WORD_START.matcher(fact.getSimpleName()).replaceAll(".").toLowerCase(Locale.ROOT);
        String folder = folder(fact);
        if (folder.isEmpty()) {
            return "no.brevdue." + words + ".v1";
        }
        int slash = folder.indexOf('/');
        return "no.brevdue." + folder.substring(0, slash) + "." + words + "." + folder.substring(slash + 1);
    }

    /** The stem its schema and example share, such as {@code identity/v1/person-registered}. */
    public static String stem(Class<? extends Event> fact) {
        String words = WORD_START.matcher(fact.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
        String folder = folder(fact);
        return folder.isEmpty() ? words : folder + "/" + words;
    }

    private static String folder(Class<? extends Event> fact) {
        String root = EventType.class.getPackageName();
        String name = fact.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1).replace('.', '/');
    }
}
