package no.brevdue.platform.event;

import io.opentelemetry.api.trace.Span;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.platform.database.Transaction;

/** Writes down what it is handed, unless it is told to fail. */
final class TestProjection implements Projection<IdentityEvent> {

    /** The version that cannot be applied; none if 0. */
    long refused;

    /** Whether PostgreSQL hangs up in the middle of the next facts. */
    boolean connectionLost;

    /** The trace in which the last fact was applied. */
    String trace = "";

    @Override
    public Class<IdentityEvent> family() {
        return IdentityEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<IdentityEvent> fact) {
        trace = Span.current().getSpanContext().getTraceId();
        if (fact.event().version() == refused) {
            throw new IllegalStateException("refused");
        }
        tx.handle()
                .createUpdate("insert into applied (key, version) values (:key, :version)")
                .bind("key", fact.event().key())
                .bind("version", fact.event().version())
                .execute();
        if (connectionLost) {
            tx.handle().execute("select pg_terminate_backend(pg_backend_pid())");
        }
    }
}
