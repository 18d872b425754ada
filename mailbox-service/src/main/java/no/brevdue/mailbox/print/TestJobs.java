package no.brevdue.mailbox.print;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Jobs that take the way of a letter through the printing house and are destroyed where a letter would be posted. A test is sealed
 * as one: opened as a letter it does not open, nor a letter as a test, so that neither is ever taken for the other.
 */
@ApplicationScoped
public class TestJobs {

    private static final String NOBODY = "Prøvejobb";
    private static final List<String> NOWHERE = List.of("Skal makuleres og ikke postlegges");

    private final PrinterClient printer;
    private final PrintConfig config;

    TestJobs(PrinterClient printer, PrintConfig config) {
        this.printer = printer;
        this.config = config;
    }

    /** Whether there is a printing house. */
    public boolean arePossible() {
        return config.url().isPresent();
    }

    /** How often a job is looked after. */
    public Duration followUp() {
        return config.followUp();
    }

    /** The same id again is the same job. */
    public PrinterClient.HandOver handOver(UUID id, String sender, Instant orderedAt) {
        byte[] page = LetterPdf.of(
                        NOBODY,
                        NOWHERE,
                        sender,
                        "nb",
                        orderedAt,
                        "Prøvebrev",
                        "Dette arket prøver veien på papir. Det angår ingen.")
                .orElseThrow();
        return printer.printTest(id, page);
    }

    public PrinterClient.Progress progress(UUID id) {
        return printer.progress(id);
    }
}
