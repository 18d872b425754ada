package no.brevdue.notification.notice;

import no.brevdue.contracts.identity.v1.Language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A text in one language. The first line of its file is the subject. */
public record Notice(String subject, String body) {

    private static final Map<Language, Notice> LETTER_PUBLISHED = load("letter-published");

    /** A letter can be opened. */
    public static Notice letterPublished(Language language) {
        return Objects.requireNonNull(LETTER_PUBLISHED.get(language));
    }

    private static Map<Language, Notice> load(String occasion) {
        Map<Language, Notice> notices = new EnumMap<>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> notices.put(language, read(occasion, language)));
        return Collections.unmodifiableMap(notices);
    }

    private static Notice read(String occasion, Language language) {
        String file = "/notices/%s/%s.txt".formatted(occasion, language.name().toLowerCase(Locale.ROOT));
        try (InputStream in = Notice.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("A notice is missing: " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return new Notice(text.substring(0, end), text.substring(end).strip() + "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
