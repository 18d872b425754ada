package no.brevdue.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import static no.brevdue.platform.problem.PlatformProblem.BODY_TOO_LARGE;
import static no.brevdue.platform.problem.PlatformProblem.CALLER_NOT_ALLOWED;
import static no.brevdue.platform.problem.PlatformProblem.INVALID_PARAMETER;
import static no.brevdue.platform.problem.PlatformProblem.MALFORMED_REQUEST;
import static no.brevdue.platform.problem.PlatformProblem.METHOD_NOT_ALLOWED;
import static no.brevdue.platform.problem.PlatformProblem.NOT_ACCEPTABLE;
import static no.brevdue.platform.problem.PlatformProblem.NOT_AUTHENTICATED;
import static no.brevdue.platform.problem.PlatformProblem.NO_SUCH_RESOURCE;
import static no.brevdue.platform.problem.PlatformProblem.TOKEN_REFUSED;
import static no.brevdue.platform.problem.PlatformProblem.UNSUPPORTED_MEDIA_TYPE;

/** Decides what the caller is told about a failure; whatever is not named here is our fault. */
public class ProblemMapper {

    private final ProblemAnswers answers;

    ProblemMapper(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response expected(ProblemException problem) {
        return answers.response(problem);
    }

    @ServerExceptionMapper
    public Response violated(ConstraintViolationException failure) {
        ProblemException problem = ConstraintFaults.problemOf(failure);
        return problem == null ? answers.unexpected(failure) : answers.response(problem);
    }

    @ServerExceptionMapper
    public Response anonymous(UnauthorizedException unused) {
        return answers.response(NOT_AUTHENTICATED.because("An access token is needed."));
    }

    @ServerExceptionMapper
    public Response refused(AuthenticationFailedException unused) {
        return answers.response(TOKEN_REFUSED.because("The access token is not accepted."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException unused) {
        return answers.response(CALLER_NOT_ALLOWED.because("The caller may not do this."));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure, UriInfo uri) {
        return switch (failure.getResponse().getStatus()) {
            case 400 -> answers.response(malformed(failure));
            case 404 -> answers.response(notFound(failure, uri));
            case 405 -> answers.response(METHOD_NOT_ALLOWED.because("The method is not allowed here."));
            case 406 -> answers.response(NOT_ACCEPTABLE.because("There is no answer in an accepted media type."));
            case 413 -> answers.response(BODY_TOO_LARGE.because("The body is too large."));
            case 415 -> answers.response(UNSUPPORTED_MEDIA_TYPE.because("The media type is not read here."));
            default -> answers.unexpected(failure);
        };
    }

    /** Replaces the mapper that comes with Quarkus: a request's own faults are found in {@link BodyReading}. */
    @ServerExceptionMapper
    public Response internal(MismatchedInputException failure) {
        return answers.unexpected(failure);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        return answers.unexpected(failure);
    }

    private static ProblemException malformed(WebApplicationException failure) {
        return failure.getCause() == null
                ? MALFORMED_REQUEST.because("The request is malformed.")
                : INVALID_PARAMETER.because("A header has the wrong format.");
    }

    // JAX-RS answers 404 to a query parameter it cannot convert, with the conversion's failure as cause. The address
    // exists, so the caller should rather look at the parameter; without a query it was the path, and 404 is right.
    private static ProblemException notFound(WebApplicationException failure, UriInfo uri) {
        return failure.getCause() == null || uri.getQueryParameters().isEmpty()
                ? NO_SUCH_RESOURCE.because("There is nothing at this address.")
                : INVALID_PARAMETER.because("A query parameter, or a part of the path, has the wrong format.");
    }
}
