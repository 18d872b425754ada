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
    private static final Map<Language, Notice> CONSENT_AWAITED = load("consent-awaited");
    private static final Map<Language, Notice> LETTER_UNREAD = load("letter-unread");
    private static final Map<Language, Notice> CONTACT_CHANGED = load("contact-changed");
    private static final Map<Language, Notice> READERS_CHANGE = load("readers-change");
    private static final Map<Language, Notice> DOCUMENT_CHANGES = load("document-changes");
    private static final Map<Language, Notice> VERIFICATION_CODE = load("verification-code");
    private static final Map<Language, Notice> NEWSLETTER_CODE = load("newsletter-code");
    private static final String PLACE_OF_CODE = "{code}";

    /** A letter can be opened. */
    public static Notice letterPublished(Language language) {
        return Objects.requireNonNull(LETTER_PUBLISHED.get(language));
    }

    /** A letter awaits the person's choice. */
    public static Notice consentAwaited(Language language) {
        return Objects.requireNonNull(CONSENT_AWAITED.get(language));
    }

    /** A week later nobody has opened it. */
    public static Notice letterUnread(Language language) {
        return Objects.requireNonNull(LETTER_UNREAD.get(language));
    }

    /** Contact points were changed. */
    public static Notice contactChanged(Language language) {
        return Objects.requireNonNull(CONTACT_CHANGED.get(language));
    }

    /** Soon others may read than before. */
    public static Notice readersChange(Language language) {
        return Objects.requireNonNull(READERS_CHANGE.get(language));
    }

    /** The terms, or another document, are going to change. */
    public static Notice documentChanges(Language language) {
        return Objects.requireNonNull(DOCUMENT_CHANGES.get(language));
    }

    /** Six digits prove an address. */
    public static Notice verificationCode(Language language, String code) {
        return withCode(Objects.requireNonNull(VERIFICATION_CODE.get(language)), code);
    }

    /** Six digits confirm that somebody wants the newsletter. */
    public static Notice newsletterCode(Language language, String code) {
        return withCode(Objects.requireNonNull(NEWSLETTER_CODE.get(language)), code);
    }

    /** The one thing that is ever inserted. */
    private static Notice withCode(Notice text, String code) {
        return new Notice(text.subject(), text.body().replace(PLACE_OF_CODE, code));
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
