package no.brevdue.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers what never reaches JAX-RS, where Quarkus would send an empty body, a page or a stack trace. */
@Singleton
class HttpLayer {

    /** Before Quarkus' own check of the length, which is at priority 2. */
    private static final int FIRST = 10;
    /** After it: there, Quarkus has left the limit that its input stream enforces with an empty answer. */
    private static final int SECOND = 1;
    /** After JAX-RS has had its chance with failures of authentication, before Quarkus' error page. */
    private static final int LATE = 1_000_000;

    /** What may have been received, but not yet read, when {@link LimitedInput} notices. */
    private static final long IN_FLIGHT = 1 << 20;

    private final ProblemAnswers answers;
    private final long limit;

    HttpLayer(ProblemAnswers answers, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.answers = answers;
        this.limit = limit.asLongValue();
    }

    void limitBodies(@Observes Filters filters) {
        filters.register(this::refuseTooLong, FIRST);
        filters.register(this::leaveRoomForAnAnswer, SECOND);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(LATE).failureHandler(this::answer);
    }

    private void refuseTooLong(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String length = request.getHeader("Content-Length");
        if (length == null || Long.parseLong(length) <= limit) {
            exchange.next();
            return;
        }
        exchange.response().endHandler(ended -> request.connection().close());
        answers.end(exchange, PlatformProblem.BODY_TOO_LARGE.because("The body is larger than " + limit + " octets."));
    }

    private void leaveRoomForAnAnswer(RoutingContext exchange) {
        if (exchange.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit + IN_FLIGHT);
        }
        exchange.next();
    }

    private void answer(RoutingContext exchange) {
        if (exchange.response().headWritten()) {
            exchange.next();
            return;
        }
        switch (exchange.statusCode()) {
            case 400 -> answers.end(exchange, PlatformProblem.MALFORMED_REQUEST.because("The request is malformed."));
            case 404 ->
                answers.end(exchange, PlatformProblem.NO_SUCH_RESOURCE.because("There is nothing at this address."));
            default -> answers.endUnexpected(exchange, exchange.failure());
        }
    }
}
