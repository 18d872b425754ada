package no.brevdue.mailbox.message;

/** How the body of a letter is written. */
public enum LetterFormat {
    /** As it is, line by line. */
    PLAIN,
    /** In the part of Markdown that {@link Markdown} knows. */
    MARKDOWN
}
