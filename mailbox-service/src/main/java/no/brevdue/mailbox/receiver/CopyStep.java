package no.brevdue.mailbox.receiver;

import java.util.Locale;

/** What can become of a copy that its receiver is told. */
public enum CopyStep {
    ARRIVED,
    ACKNOWLEDGED,
    WITHDRAWN;

    /** As the feed names it, such as {@code copy-arrived}. */
    String type() {
        return "copy-" + name().toLowerCase(Locale.ROOT);
    }
}
