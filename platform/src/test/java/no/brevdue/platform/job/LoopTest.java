package no.brevdue.platform.job;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LoopTest {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Test
    void aRoundThatIsRunningEndsBeforeTheServiceDoes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Loop loop = Loop.start("slow", PAUSE, () -> {
            begun.countDown();
            mayEnd.await();
            ended.incrementAndGet();
            return false;
        });
        begun.await();
        Thread stopper = Thread.ofVirtual().start(() -> Loop.stop(List.of(loop), Duration.ofMinutes(1)));

        assertThat(ended).hasValue(0);
        mayEnd.countDown();
        stopper.join();

        assertThat(ended).hasValue(1);
    }

    /** Each of them hangs for ever: one after the other would take twenty times as long. */
    @Test
    void manyLoopsThatHangShareOnePatience() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        List<Loop> loops = IntStream.range(0, 20)
                .mapToObj(i -> Loop.start("hung " + i, PAUSE, () -> {
                    begun.incrementAndGet();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stopped) {
                        interrupted.incrementAndGet();
                        throw stopped;
                    }
                    return false;
                }))
                .toList();
        await().untilAsserted(() -> assertThat(begun).hasValue(20));
        Duration patience = Duration.ofMillis(500);

        long start = System.nanoTime();
        Loop.stop(loops, patience);

        await().untilAsserted(() -> assertThat(interrupted).hasValue(20));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience.multipliedBy(20));
    }

    @Test
    void aRoundThatFailsIsTriedAgain() {
        AtomicInteger rounds = new AtomicInteger();
        Loop loop = Loop.start("failing", PAUSE, () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new LinkageError("an Error, too");
            }
            return false;
        });

        await().untilAsserted(() -> assertThat(rounds).hasValue(2));
        Loop.stop(List.of(loop), Duration.ofMinutes(1));
    }
}
