package no.brevdue.mailbox.attachment;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can be wrong with an attachment. */
public enum AttachmentProblem implements ProblemType {
    ATTACHMENT_NOT_FOUND(Kind.NOT_FOUND, 1330, "There is no such attachment, or none the caller may know of."),
    CONTENT_SIZE_DIFFERS(Kind.INVALID, 1331, "The uploaded bytes are more or fewer than announced. Upload it again."),
    CONTENT_TYPE_DIFFERS(Kind.INVALID, 1332, "The uploaded bytes do not begin as a file of the announced type does."),
    CONTENT_HASH_DIFFERS(Kind.INVALID, 1333, "The uploaded bytes do not have the announced SHA-256. Upload it again."),
    CONTENT_INCOMPLETE(
            Kind.INVALID,
            1334,
            "The upload broke off or took more than five minutes. Nothing is kept of it; repeat it."),
    CONTENT_ALREADY_STORED(
            Kind.CONFLICT, 1335, "The attachment has its content already, and it is not what was uploaded now."),
    UPLOADS_BUSY(
            Kind.TOO_MANY_REQUESTS, 1336, "Too many uploads are running. Repeat it after the time in Retry-After."),
    ATTACHMENT_REPEATED(Kind.INVALID, 1337, "The letter names one attachment twice."),
    UNKNOWN_ATTACHMENT(
            Kind.INVALID,
            1338,
            "The letter names an attachment that its sender has not announced, or that no letter named within a day."),
    ATTACHMENT_ALREADY_SENT(
            Kind.CONFLICT, 1339, "Another letter has the attachment already. Upload it once for each letter."),
    ATTACHMENT_NOT_UPLOADED(Kind.CONFLICT, 1340, "The letter names an attachment whose bytes have not been uploaded."),
    ATTACHMENT_INFECTED(Kind.CONFLICT, 1341, "The letter names an attachment in which the scanner has found malware.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    AttachmentProblem(Kind kind, int code, String meaning) {
        this.kind = kind;
        this.code = code;
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
    public String meaning() {
        return meaning;
    }
}
