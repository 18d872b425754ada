package no.brevdue.mailbox.message;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when a letter is sent or looked up by its sender. */
public enum MessageProblem implements ProblemType {
    NOT_FOUND(
            Kind.NOT_FOUND,
            1300,
            "message-not-found",
            "There is no such message, or another organisation sent it. Check the id."),
    KEY_MISSING(
            Kind.INVALID,
            1301,
            "idempotency-key-missing",
            "Sending needs an Idempotency-Key of 1 to 100 visible ASCII characters, new for each letter and the same for each"
                    + " repetition."),
    KEY_REUSED(
            Kind.KEY_REUSED,
            1302,
            "idempotency-key-reused",
            "The Idempotency-Key was used for another letter, which existingId names. Use a new key, or repeat the first request unchanged."),
    REFERENCE_TAKEN(
            Kind.CONFLICT,
            1303,
            "reference-taken",
            "The reference was used for another letter of this organisation within 13 months; existingId names it. Use another"
                    + " reference."),
    COPY_REPEATED(
            Kind.INVALID,
            1304,
            "copy-repeated",
            "An organisation is named twice among the copies, or is the sender itself. Name each once."),
    TIMES_IMPOSSIBLE(
            Kind.INVALID,
            1305,
            "times-impossible",
            "actBy must be in the future and after notBefore. Correct the times."),
    NO_PRINTER(
            Kind.INVALID,
            1307,
            "print-not-offered",
            "This installation has no printing house. Choose another fallback."),
    MARKDOWN_REFUSED(
            Kind.INVALID,
            1308,
            "markdown-refused",
            "A Markdown body may hold paragraphs, headings, lists, emphasis and line breaks. Leave out links, images, HTML, code and"
                    + " quotations, or send it as PLAIN."),
    NOT_PRINTABLE(
            Kind.INVALID,
            1309,
            "letter-not-printable",
            "With the fallback PRINT a letter has no attachments, and only characters that can be printed: Latin, Greek and Cyrillic"
                    + " letters, digits and common signs. Leave out what errors points at, or choose another fallback."),
    STILL_AT_WORK(
            Kind.CONFLICT,
            1306,
            "request-still-at-work",
            "A request with the same Idempotency-Key, reference or attachment is not finished yet. Repeat this one unchanged"
                    + " after the time in Retry-After.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    MessageProblem(Kind kind, int code, String slug, String meaning) {
        this.kind = kind;
        this.code = code;
        this.slug = slug;
        this.meaning = meaning;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
