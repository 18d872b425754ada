package no.brevdue.mailbox.message;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Listens to what PostgreSQL's driver sends for requests, message by message of the protocol. It waits for an answer once for
 * each Sync; all that was executed before travels together.
 */
final class Wire extends Handler implements AutoCloseable {

    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final Level before = driver.getLevel();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicInteger statements = new AtomicInteger();

    /** How often a request waited for the database, and how many statements it gave it, {@code begin} and {@code commit} among them. */
    record Traffic(int roundTrips, int statements) {}

    Wire() {
        driver.setLevel(Level.FINEST);
        driver.setUseParentHandlers(false);
        driver.addHandler(this);
    }

    Traffic ofRequests() {
        return new Traffic(roundTrips.get(), statements.get());
    }

    /** Only requests run on virtual threads; what the loops of the service do meanwhile is no part of them. */
    @Override
    public void publish(LogRecord message) {
        if (!Thread.currentThread().isVirtual()) {
            return;
        }
        String sent = message.getMessage().strip();
        if (sent.startsWith("FE=> Sync")) {
            roundTrips.incrementAndGet();
        } else if (sent.startsWith("FE=> Execute")) {
            statements.incrementAndGet();
        } else if (sent.startsWith("FE=> SimpleQuery")) {
            statements.incrementAndGet();
            // The driver lets nothing but this travel with what follows.
            if (!"BEGIN".equals(message.getParameters()[0])) {
                roundTrips.incrementAndGet();
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        driver.removeHandler(this);
        driver.setUseParentHandlers(true);
        driver.setLevel(before);
    }
}
