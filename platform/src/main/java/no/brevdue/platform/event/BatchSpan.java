package no.brevdue.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a projection does with a batch, as one span: it goes on the trace of the first fact that has one and links those of the
 * others, so that a letter can be followed from one service to the next (W3C Trace Context).
 */
final class BatchSpan {

    private BatchSpan() {}

    static Span start(Tracer tracer, String topic, List<ConsumerRecord<String, byte[]>> records) {
        List<Context> traces = records.stream()
                .filter(record -> record.headers().lastHeader("traceparent") != null)
                .map(record -> W3CTraceContextPropagator.getInstance().extract(Context.root(), record, new Headers()))
                .toList();
        SpanBuilder span = tracer.spanBuilder("process " + topic).setSpanKind(SpanKind.CONSUMER);
        if (traces.isEmpty()) {
            return span.setNoParent().startSpan();
        }
        span.setParent(traces.getFirst());
        traces.stream().skip(1).map(BatchSpan::of).forEach(span::addLink);
        return span.startSpan();
    }

    private static SpanContext of(Context context) {
        return Span.fromContext(context).getSpanContext();
    }

    private static final class Headers implements TextMapGetter<ConsumerRecord<String, byte[]>> {

        @Override
        public Iterable<String> keys(ConsumerRecord<String, byte[]> record) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable ConsumerRecord<String, byte[]> record, String key) {
            Header header = record == null ? null : record.headers().lastHeader(key);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
