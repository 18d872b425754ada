package no.brevdue.platform.problem;

/** Problems that can meet any request, before a feature has seen it. */
public enum PlatformProblem implements ProblemType {
    UNEXPECTED(
            Kind.UNEXPECTED, 1000, "Something failed on our side. Report the trace id; the request may be repeated."),
    MALFORMED_REQUEST(Kind.INVALID, 1001, "The request is not valid HTTP for this address."),
    MALFORMED_JSON(Kind.INVALID, 1002, "The body is not one well-formed JSON value, or names a field twice."),
    UNKNOWN_FIELD(Kind.INVALID, 1003, "The body has a field we do not know. Fields are refused rather than ignored."),
    WRONG_TYPE(Kind.INVALID, 1004, "A value in the body has the wrong type or format. Text is never read as number."),
    INVALID_VALUE(Kind.INVALID, 1005, "A value in the body is missing or outside its limits."),
    MISSING_BODY(Kind.INVALID, 1006, "The request needs a body and has none."),
    INVALID_PARAMETER(Kind.INVALID, 1007, "A query parameter or header is missing, malformed or outside its limits."),
    BODY_TOO_LARGE(Kind.TOO_LARGE, 1008, "The body is larger than this address accepts."),
    UNAVAILABLE(Kind.UNAVAILABLE, 1009, "Something we depend on does not answer. The request may be repeated."),

    NO_SUCH_RESOURCE(Kind.NOT_FOUND, 1020, "There is nothing at this address, or nothing the caller may know of."),
    METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED, 1021, "The address exists, the method does not."),
    NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE, 1022, "The address has no answer in a media type the caller accepts."),
    UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE, 1023, "The body has a media type this address does not read."),
    NO_ROOM(
            Kind.UNAVAILABLE,
            1024,
            "More large requests are under way than there is room for. Repeat this one unchanged after Retry-After."),

    NOT_AUTHENTICATED(Kind.UNAUTHENTICATED, 1030, "The address needs an access token and the request has none."),
    TOKEN_REFUSED(
            Kind.UNAUTHENTICATED,
            1031,
            "The access token is expired, altered, not meant for us, or from an issuer we do not trust."),
    CALLER_NOT_ALLOWED(
            Kind.FORBIDDEN, 1032, "The token is good, but this kind of caller or its scopes may not do this."),
    LEVEL_TOO_LOW(Kind.FORBIDDEN, 1033, "The person must log in again at the level that the detail names.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    PlatformProblem(Kind kind, int code, String meaning) {
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
