package no.brevdue.platform.job;

import java.time.Duration;

/** Background work that is always on. Every bean of this type is started and stopped with the service. */
public interface Job {

    /** How long to wait for work when nobody wakes the job. */
    Duration pause();

    /**
     * Does one round in transactions of its own.
     *
     * @return true when more work is known to wait, so that the next round starts at once
     */
    boolean run();
}
