package no.brevdue.development;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

/** Real time plus the one offset that all services of a development stack share. */
@Alternative
@Priority(1)
@ApplicationScoped
public class DevelopmentClock extends Clock {

    private final Clock realTime;
    private final Offset offset;

    @Inject
    DevelopmentClock(@ConfigProperty(name = "brevdue.development.clock-file") Path file) {
        this(Clock.systemUTC(), file);
    }

    DevelopmentClock(Clock realTime, Path file) {
        this.realTime = realTime;
        this.offset = new Offset(file);
    }

    @Override
    public Instant instant() {
        return realTime.instant().plus(offset.current());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    /** Keeps following the offset when it moves later. */
    private static final class Zoned extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        private Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
