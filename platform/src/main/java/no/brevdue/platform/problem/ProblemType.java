package no.brevdue.platform.problem;

import java.util.List;
import java.util.Locale;

/**
 * A kind of problem that callers can rely on. Each feature has one enum of them; the codes are never reused. Thrown as
 * {@code throw LetterProblem.NOT_FOUND.because("…")}.
 */
public interface ProblemType {

    Kind kind();

    /** Shown as {@code BD-1301}; unique in the whole house. */
    int code();

    /** As every enum has it. */
    String name();

    /** The last segment of the documented {@code /problems/<slug>}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One or two sentences for docs/problems.md: when it happens and what the caller can do. */
    String meaning();

    /** The detail is shown to the caller: no personal data, no value from the request. */
    default ProblemException because(String detail) {
        return because(detail, List.of());
    }

    default ProblemException because(String detail, List<Violation> violations) {
        return new ProblemException(this, detail, violations);
    }
}
