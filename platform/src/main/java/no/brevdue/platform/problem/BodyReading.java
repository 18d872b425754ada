package no.brevdue.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

/**
 * Every body is read here: absent, oversized or broken ones never reach a resource. Only here is a JSON fault the
 * caller's; the same exception anywhere else is ours and stays a 500.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

    /** For what is read into memory as a whole; a stream may be as long as the HTTP layer lets it. */
    private static final long IN_MEMORY = 1024 * 1024;

    private final long limit;
    private final LargeBodies largeBodies;
    private final CurrentVertxRequest exchange;

    BodyReading(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            LargeBodies largeBodies,
            CurrentVertxRequest exchange) {
        this.limit = limit.asLongValue();
        this.largeBodies = largeBodies;
        this.exchange = exchange;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new LimitedInput(context.getInputStream(), Math.min(limit, allowed(context))));
        Object body;
        try {
            body = context.proceed();
        } catch (JsonProcessingException fault) {
            throw translated(fault, fault);
        } catch (CharConversionException fault) {
            throw PlatformProblem.MALFORMED_JSON.because("The body is not text.");
        } catch (WebApplicationException failure) {
            throw failure.getCause() instanceof JsonProcessingException fault ? translated(fault, failure) : failure;
        }
        if (body == null) {
            throw PlatformProblem.MISSING_BODY.because("The request needs a body.");
        }
        return body;
    }

    private long allowed(ReaderInterceptorContext context) {
        if (context.getType() == InputStream.class) {
            return limit;
        }
        if (!context.getType().isAnnotationPresent(LargeBody.class) || isSmall(context)) {
            return IN_MEMORY;
        }
        Runnable leave = largeBodies.take();
        exchange.getCurrent().addEndHandler(ended -> leave.run());
        if (exchange.getCurrent().response().closed()) {
            // The end has been told already; who comes too late is not told again.
            leave.run();
        }
        return LargeBodies.LARGEST;
    }

    /** One that does not say its length may be large. */
    private static boolean isSmall(ReaderInterceptorContext context) {
        String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) <= IN_MEMORY;
    }

    private static RuntimeException translated(JsonProcessingException fault, Exception otherwise) {
        ProblemException problem = JsonFaults.problemOf(fault);
        return problem == null ? new IllegalStateException("A body type cannot be read", otherwise) : problem;
    }
}
