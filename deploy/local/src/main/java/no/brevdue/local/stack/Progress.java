package no.brevdue.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One line for each thing that has come up or gone down, as it happens. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String sentence) {
        out.println(sentence);
    }

    void ready(String what, String where, Instant since) {
        Duration took = Duration.between(since, Instant.now());
        out.println(
                String.format(Locale.ROOT, "  %-22s ready after %4.1f s   %s", what, took.toMillis() / 1000.0, where));
    }
}
