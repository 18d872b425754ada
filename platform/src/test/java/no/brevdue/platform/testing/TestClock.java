package no.brevdue.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import jakarta.enterprise.context.ApplicationScoped;

/** Business time in tests: it stands still until it is set. */
@ApplicationScoped
public class TestClock extends Clock {

    /** A Monday morning in Oslo. */
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private volatile Instant now = START;

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("business time is an instant; convert where a zone matters");
    }
}
