package no.brevdue.identity.register;

import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BreakerTest {

    private final TestClock clock = new TestClock();
    private final Breaker breaker = new Breaker("test", Duration.ofSeconds(5), clock);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aRegisterThatFailsFiveTimesInARowIsLeftAlone() {
        fail(5);

        fail(3);

        assertThat(asked).hasValue(5);
        assertThat(breaker.resting()).isTrue();
    }

    @Test
    void questionsThatWereUnderWayWhenTheRestBeganDoNotLengthenIt() {
        assertThatThrownBy(() -> breaker.ask(() -> {
                    fail(5);
                    throw new RegisterUnavailableException("test", "is away");
                }))
                .isInstanceOf(RegisterUnavailableException.class);

        clock.advance(Duration.ofSeconds(5));

        assertThat(breaker.resting()).isFalse();
    }

    @Test
    void anAnswerInBetweenStartsTheCountAnew() {
        fail(4);
        assertThat(ask()).isEqualTo("answer");
        fail(4);

        assertThat(ask()).isEqualTo("answer");
    }

    @Test
    void afterTheRestOneQuestionDecidesForAll() {
        fail(5);
        clock.advance(Duration.ofSeconds(5));

        assertThat(breaker.ask(() -> {
                    asked.incrementAndGet();
                    // Whoever comes while the trial is under way is turned away.
                    assertThatThrownBy(this::ask).isInstanceOf(RegisterUnavailableException.class);
                    return "answer";
                }))
                .isEqualTo("answer");
        assertThat(asked).hasValue(6);
        assertThat(ask()).isEqualTo("answer");
    }

    @Test
    void eachFurtherFailureDoublesTheRestUpToALimit() {
        fail(5);
        clock.advance(Duration.ofSeconds(5));
        fail(1);
        clock.advance(Duration.ofSeconds(9));
        assertThat(breaker.resting()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(breaker.resting()).isFalse();

        for (int i = 0; i < 20; i++) {
            fail(1);
            clock.advance(Duration.ofSeconds(320));
        }

        assertThat(ask()).isEqualTo("answer");
    }

    private String ask() {
        return breaker.ask(() -> {
            asked.incrementAndGet();
            return "answer";
        });
    }

    private void fail(int times) {
        IntStream.range(0, times)
                .forEach(i -> assertThatThrownBy(() -> breaker.ask(() -> {
                            asked.incrementAndGet();
                            throw new RegisterUnavailableException("test", "is away");
                        }))
                        .isInstanceOf(RegisterUnavailableException.class));
    }
}
