package no.brevdue.mailbox.feed;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FeedBellTest {

    private static final String ONE = "100200309";
    private static final String ANOTHER = "100200406";
    private static final int SEATS = 20;

    private final FeedBell bell = new FeedBell();
    private final CountDownLatch news = bell.bell(ONE);

    @Test
    void whoTakesManySeatsLeavesTheOthersTheirs() throws Exception {
        List<Future<Boolean>> waiting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SEATS; i++) {
                waiting.add(threads.submit(() -> bell.await(news, ONE, Duration.ofSeconds(1))));
            }
            await().until(() -> !bell.await(news, ONE, Duration.ZERO));

            Callable<Boolean> other = () -> bell.await(news, ANOTHER, Duration.ZERO);
            assertThat(other.call()).as("somebody else").isTrue();

            bell.ring(List.of(ONE));
            for (Future<Boolean> each : waiting) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(bell.await(news, ONE, Duration.ZERO))
                .as("once they have left")
                .isTrue();
    }
}
