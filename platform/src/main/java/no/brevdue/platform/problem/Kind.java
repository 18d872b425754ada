package no.brevdue.platform.problem;

/** The few ways in which a request can fail, each with the HTTP status it becomes. */
public enum Kind {
    INVALID(400, "Invalid request"),
    UNAUTHENTICATED(401, "Not authenticated"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    KEY_REUSED(422, "Key reused"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    UNEXPECTED(500, "Unexpected failure"),
    UNAVAILABLE(503, "Unavailable");

    private final int status;
    private final String title;

    Kind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
