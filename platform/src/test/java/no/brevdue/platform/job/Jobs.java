package no.brevdue.platform.job;

import java.util.List;

/** Job runners for tests that do the rounds themselves. */
public final class Jobs {

    private Jobs() {}

    public static JobRunner none() {
        return new JobRunner(List.of(), false);
    }
}
