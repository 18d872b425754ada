package no.brevdue.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The JSON of a problem: RFC 9457 with our code, the faults found and the id that finds it in our logs.
 *
 * @param code stable, and documented; decide by it
 * @param existingId what is there already and is the caller's own
 * @param errors each fault of a body
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable UUID existingId,
        List<Violation> errors,
        String traceId) {

    static ProblemBody of(ProblemException problem, String traceId) {
        ProblemType type = problem.type();
        return new ProblemBody(
                "/problems/" + type.slug(),
                type.kind().title(),
                type.kind().status(),
                String.format(Locale.ROOT, "BD-%04d", type.code()),
                problem.detail(),
                problem.existing(),
                problem.violations(),
                traceId);
    }
}
