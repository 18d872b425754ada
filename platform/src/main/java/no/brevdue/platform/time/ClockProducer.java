package no.brevdue.platform.time;

import io.quarkus.arc.DefaultBean;

import java.time.Clock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The only place that reads the system clock. */
class ClockProducer {

    /** Business time: deadlines, ages, reminders. */
    @Produces
    @Singleton
    @DefaultBean
    Clock businessTime() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @RealTime
    Clock realTime() {
        return Clock.systemUTC();
    }
}
