package no.brevdue.local.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Until it ends the population register tells of so many events a second, none of which means anything. */
final class OthersLive {

    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread events;

    OthersLive(World world, int people, int perSecond) {
        this.events = Thread.ofVirtual().start(() -> live(world, people, perSecond));
    }

    private void live(World world, int people, int perSecond) {
        Instant begun = Instant.now();
        try {
            for (int events = 0; !over.get(); events++) {
                SuddenDeaths.pace(begun, events, perSecond);
                world.live("{\"event\":\"nothing\",\"person\":\"crowd-" + events % people + "\"}");
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        over.set(true);
        try {
            events.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
