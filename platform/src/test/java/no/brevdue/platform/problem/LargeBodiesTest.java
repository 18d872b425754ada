package no.brevdue.platform.problem;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LargeBodiesTest {

    private final LargeBodies bodies = new LargeBodies();

    @Test
    void whoeverComesWhileThereIsNoRoomIsToldToComeBack() {
        List<Runnable> under = new ArrayList<>();
        for (int i = 0; i < LargeBodies.AT_ONCE; i++) {
            under.add(bodies.take());
        }

        assertThatThrownBy(bodies::take).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.type()).isEqualTo(PlatformProblem.NO_ROOM);
            assertThat(refused.retryAfter()).isNotNull();
        });

        under.getFirst().run();
        under.getFirst().run();
        under.add(bodies.take());
        assertThatThrownBy(bodies::take).as("one left, one came").isInstanceOf(ProblemException.class);
    }
}
