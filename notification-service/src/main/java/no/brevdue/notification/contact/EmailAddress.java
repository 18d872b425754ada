package no.brevdue.notification.contact;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/** An address that can stand in a mail header: one mailbox, no display name, no line break. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern MAILBOX =
            Pattern.compile("[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+@[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+");

    public static Optional<EmailAddress> of(@Nullable String text) {
        return text != null && text.length() <= LONGEST && MAILBOX.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    /** Masked, so that a careless log line gives nothing away. */
    @Override
    public String toString() {
        return "***";
    }
}
