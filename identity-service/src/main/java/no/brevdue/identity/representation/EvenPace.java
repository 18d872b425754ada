package no.brevdue.identity.representation;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets answers leave on a beat: a plan is made anew for people who are known and for nobody else, and the time that takes
 * must not tell which number is whose. The caller's thread waits, which is a virtual one.
 */
@ApplicationScoped
class EvenPace {

    private final long beat;

    EvenPace(@ConfigProperty(name = "brevdue.representation.beat", defaultValue = "PT0.1S") Duration beat) {
        this.beat = beat.toNanos();
    }

    /** Failures leave on the beat as well. */
    <T> T keep(Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            rest(begun);
        }
    }

    private void rest(long begun) {
        long late = (System.nanoTime() - begun) % beat;
        try {
            Thread.sleep(Duration.ofNanos(beat - late));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
