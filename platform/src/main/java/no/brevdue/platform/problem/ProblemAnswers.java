package no.brevdue.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Gives every problem the same form, whether JAX-RS or the HTTP layer below it answers. */
@Singleton
class ProblemAnswers {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOGGER = Logger.getLogger(ProblemAnswers.class);

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    Response response(ProblemException problem) {
        return response(problem, TraceId.current());
    }

    /** The caller learns nothing but the trace id; whoever has the log learns everything. */
    Response unexpected(@Nullable Throwable failure) {
        return response(ours(), logged(failure));
    }

    void end(RoutingContext exchange, ProblemException problem) {
        end(exchange, problem, TraceId.current());
    }

    void endUnexpected(RoutingContext exchange, @Nullable Throwable failure) {
        end(exchange, ours(), logged(failure));
    }

    private static ProblemException ours() {
        return PlatformProblem.UNEXPECTED.because("The request failed on our side.");
    }

    private static String logged(@Nullable Throwable failure) {
        String traceId = TraceId.current();
        LOGGER.errorf(failure, "Request failed unexpectedly traceId=%s", traceId);
        return traceId;
    }

    private Response response(ProblemException problem, String traceId) {
        Response.ResponseBuilder response =
                Response.status(problem.type().kind().status()).type(MEDIA_TYPE).entity(body(problem, traceId));
        headers(problem).forEach(response::header);
        return response.build();
    }

    private void end(RoutingContext exchange, ProblemException problem, String traceId) {
        HttpServerResponse response = exchange.response();
        response.setStatusCode(problem.type().kind().status()).putHeader("Content-Type", MEDIA_TYPE);
        headers(problem).forEach(response::putHeader);
        Future<Void> unused = response.end(body(problem, traceId));
    }

    private String body(ProblemException problem, String traceId) {
        try {
            return json.writeValueAsString(ProblemBody.of(problem, traceId));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> headers(ProblemException problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        if (problem.retryAfter() != null) {
            headers.put(
                    "Retry-After",
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        if (problem.type() == PlatformProblem.NOT_AUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        } else if (problem.type() == PlatformProblem.TOKEN_REFUSED) {
            headers.put("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        } else if (problem.type() == PlatformProblem.BODY_TOO_LARGE) {
            // The rest of the body stays unread, so that the connection is of no further use.
            headers.put("Connection", "close");
        }
        return headers;
    }
}
