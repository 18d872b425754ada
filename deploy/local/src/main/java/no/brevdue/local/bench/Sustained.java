package no.brevdue.local.bench;

import no.brevdue.local.bench.Backlog.Count;
import no.brevdue.local.stack.Service;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Letters per second that get all the way: published, their notification stored, their acceptance in the audit tree. The
 * senders pause while too many are under way, so the backlog cannot grow and what is accepted is what gets through.
 */
final class Sustained {

    private static final int UNDER_WAY = 1_500;
    private static final int LOOK_EACH_MILLIS = 250;
    private static final int PAUSE_MILLIS = 5;

    private final String token;
    private final Correspondence letters;
    private final Backlog backlog;
    private final AtomicLong sent = new AtomicLong();
    private volatile Count first = Count.NONE;
    private volatile Count last = Count.NONE;
    private volatile @Nullable SQLException failure;

    Sustained(String token, Correspondence letters, Backlog backlog) {
        this.token = token;
        this.letters = letters;
        this.backlog = backlog;
    }

    double measure(Duration warmUp, Duration measured) throws IOException, InterruptedException, SQLException {
        last = backlog.count();
        sent.set(last.accepted());
        long begin = System.nanoTime() + warmUp.toNanos();
        try (ScheduledExecutorService eye = Executors.newSingleThreadScheduledExecutor()) {
            var looking = eye.scheduleWithFixedDelay(() -> look(begin), 0, LOOK_EACH_MILLIS, TimeUnit.MILLISECONDS);
            Pace unused = Crew.work(Accept.CLIENTS, warmUp, measured, number -> {
                Wire wire = Wire.open(Service.MAILBOX, token);
                return Crew.Worker.of(() -> sendOrPause(wire), wire::close);
            });
            looking.cancel(false);
        }
        if (failure != null) {
            throw failure;
        }
        return (last.through() - first.through()) * 1e9 / (last.nanos() - first.nanos());
    }

    private void look(long begin) {
        try {
            last = backlog.count();
            if (last.nanos() < begin) {
                first = last;
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void sendOrPause(Wire wire) throws IOException, InterruptedException {
        if (sent.incrementAndGet() - last.through() > UNDER_WAY) {
            sent.decrementAndGet();
            Thread.sleep(PAUSE_MILLIS);
        } else {
            letters.sendNext(wire);
        }
    }
}
