package no.brevdue.development;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

class DevelopmentClockTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void withoutAFileBusinessTimeIsRealTime() {
        assertThat(clock().instant()).isEqualTo(NOW);
    }

    @Test
    void theOffsetIsAddedToRealTime() throws Exception {
        Files.writeString(file(), "PT240H\n");

        assertThat(clock().instant()).isEqualTo(NOW.plus(Duration.ofDays(10)));
    }

    @Test
    void aClockInAnotherZoneFollowsTheOffsetToo() throws Exception {
        Clock oslo = clock().withZone(ZoneId.of("Europe/Oslo"));
        Files.writeString(file(), "PT24H");

        assertThat(oslo.instant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(oslo.getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
    }

    private Clock clock() {
        return new DevelopmentClock(Clock.fixed(NOW, ZoneOffset.UTC), file());
    }

    private Path file() {
        return directory.resolve("clock");
    }
}
