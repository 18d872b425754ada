package no.brevdue.platform.problem;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A request that cannot be fulfilled, for a reason the caller may know. Expected, therefore without a stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final String detail;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;
    private final @Nullable UUID existing;

    ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, detail, violations, null, null);
    }

    private ProblemException(
            ProblemType type,
            String detail,
            List<Violation> violations,
            @Nullable Duration retryAfter,
            @Nullable UUID existing) {
        super(type.slug() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
        this.existing = existing;
    }

    /** The same problem, telling the caller when to come back. */
    public ProblemException retryAfter(Duration pause) {
        return new ProblemException(type, detail, violations, pause, existing);
    }

    /** The same problem, naming what is there already and is the caller's own. */
    public ProblemException naming(UUID what) {
        return new ProblemException(type, detail, violations, retryAfter, what);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable UUID existing() {
        return existing;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
