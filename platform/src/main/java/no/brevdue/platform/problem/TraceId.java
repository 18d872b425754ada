package no.brevdue.platform.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

import java.util.UUID;

/** The id that joins an answer and our log: the trace's own, or one made for the occasion where nothing is traced. */
final class TraceId {

    private TraceId() {}

    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : UUID.randomUUID().toString().replace("-", "");
    }
}
