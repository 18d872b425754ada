package no.brevdue.identity.life;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GapTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void whatIsDenseHasNoGap() {
        assertThat(Gap.between(5, List.of(5L, 6L, 7L), NOW, NOW)).isEmpty();
        assertThat(Gap.between(5, List.of(), NOW, NOW)).isEmpty();
    }

    @Test
    void everyJumpIsAGap() {
        assertThat(Gap.between(5, List.of(7L, 8L, 12L), NOW, NOW)).containsExactly(gap(5, 6), gap(9, 11));
    }

    @Test
    void eventsOutOfOrderOrToldTwiceAreNoGap() {
        assertThat(Gap.between(5, List.of(7L, 5L, 6L, 6L), NOW, NOW)).isEmpty();
    }

    @Test
    void whatComesLaterClosesAPart() {
        assertThat(gap(5, 9).without(List.of(6L, 7L, 30L), NOW)).containsExactly(gap(5, 5), gap(8, 9));
        assertThat(gap(5, 6).without(List.of(6L, 5L), NOW)).isEmpty();
        assertThat(gap(5, 6).without(List.of(), NOW)).containsExactly(gap(5, 6));
    }

    private static Gap gap(long first, long last) {
        return new Gap(first, last, NOW, NOW);
    }
}
