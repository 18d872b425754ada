package no.brevdue.mailbox.canary;

import com.google.crypto.tink.HybridDecrypt;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.mailbox.v1.CanaryPrinted;
import no.brevdue.mailbox.print.PrintingHouse;
import no.brevdue.mailbox.print.PrintingHouse.Answers;
import no.brevdue.mailbox.print.TestJobs;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.KeysetFile;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.outbox.Outbox;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The way on paper, flown by two replicas. */
@QuarkusTest
class PaperCanaryTest {

    private static final String SENDER = "100200821";
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final TestJobs jobs;
    private final PaperCanaryRepository canaries;
    private final Outbox outbox;
    private final Database database;
    private final Facts facts;
    private final TestClock clock;
    private final KeysetFile printersKey;

    PaperCanaryTest(
            TestJobs jobs,
            PaperCanaryRepository canaries,
            Outbox outbox,
            Database database,
            Facts facts,
            TestClock clock,
            @ConfigProperty(name = "brevdue.keys.printer-private") KeysetFile printersKey) {
        this.jobs = jobs;
        this.canaries = canaries;
        this.outbox = outbox;
        this.database = database;
        this.facts = facts;
        this.clock = clock;
        this.printersKey = printersKey;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
        PrintingHouse.answers = Answers.ALWAYS;
        database.asWorkerDo(tx -> tx.handle().execute("delete from paper_canary"));
    }

    @Test
    void oneTestJobFliesInEachPeriodAndIsToldOfOnceItHasComeOut() throws Exception {
        PaperCanaryService replica = every(Optional.of(AN_HOUR));
        PaperCanaryService other = every(Optional.of(AN_HOUR));
        every(Optional.empty()).fly();
        assertThat(states()).as("none is asked for").isEmpty();
        Instant orderedAt = clock.instant();

        replica.fly();
        other.fly();
        replica.fly();

        UUID job = job();
        assertThat(PrintingHouse.HAND_OVERS.get(job)).isOne();
        assertOpensAsATestAlone(job);
        clock.advance(Duration.ofMinutes(6));
        replica.fly();
        assertThat(states()).as("at work").containsExactly("TAKEN");
        assertThat(told(job)).isEmpty();

        PrintingHouse.STATES.put(job, "TESTED");
        clock.advance(Duration.ofMinutes(6));
        other.fly();
        replica.fly();
        assertThat(states()).containsExactly("PRINTED");
        await().untilAsserted(() -> assertThat(told(job)).containsExactly(new CanaryPrinted(job, orderedAt, 1)));

        clock.advance(AN_HOUR);
        replica.fly();
        assertThat(job()).isNotEqualTo(job);
        assertThat(states()).containsExactly("PRINTED", "TAKEN");
        clock.set(orderedAt.minus(Duration.ofDays(1)));
        replica.fly();
        assertThat(states()).as("the clock was set back").containsExactly("TAKEN");
        assertThat(letters()).as("no letter was sent or printed").isZero();
    }

    @Test
    void onlyWhatThePrinterHasDestroyedAsATestIsToldAndTheRestIsForgotten() {
        PaperCanaryService canary = every(Optional.of(AN_HOUR));
        PrintingHouse.answers = Answers.TAKES_AND_IS_SILENT;
        canary.fly();
        UUID job = job();
        assertThat(states()).as("nobody knows whether it has it").containsExactly("WAITING");
        PrintingHouse.answers = Answers.ALWAYS;
        clock.advance(Duration.ofMinutes(3));
        canary.fly();
        assertThat(PrintingHouse.HAND_OVERS.get(job)).isEqualTo(2);
        assertThat(job()).as("the same job").isEqualTo(job);

        byte[] forgotten = Objects.requireNonNull(PrintingHouse.JOBS.remove(job));
        clock.advance(Duration.ofMinutes(6));
        canary.fly();
        assertThat(states()).as("unknown to the printer").containsExactly("TAKEN");
        PrintingHouse.JOBS.put(job, forgotten);
        PrintingHouse.STATES.put(job, "DISPATCHED");
        clock.advance(Duration.ofMinutes(6));
        canary.fly();
        assertThat(states()).as("posted, which no test may be").containsExactly("FAILED");

        clock.advance(AN_HOUR.multipliedBy(3));
        canary.fly();
        assertThat(states()).containsExactly("TAKEN");
        assertThat(told(job)).isEmpty();
    }

    private void assertOpensAsATestAlone(UUID job) throws Exception {
        HybridDecrypt printer = printersKey.primitive(HybridDecrypt.class);
        byte[] sealed = Objects.requireNonNull(PrintingHouse.JOBS.get(job));
        assertThatThrownBy(() -> printer.decrypt(sealed, AssociatedData.of("print", job)))
                .isInstanceOf(GeneralSecurityException.class);
        try (PDDocument page = Loader.loadPDF(printer.decrypt(sealed, AssociatedData.of("print-test", job)))) {
            assertThat(new PDFTextStripper().getText(page)).contains("Skal makuleres", SENDER);
        }
    }

    private static UUID job() {
        return List.copyOf(PrintingHouse.TESTS).getLast();
    }

    private List<CanaryPrinted> told(UUID job) {
        return facts.published(CanaryPrinted.class).stream()
                .filter(fact -> fact.canaryId().equals(job))
                .toList();
    }

    private List<String> states() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select state from paper_canary order by ordered_at")
                .mapTo(String.class)
                .list());
    }

    private long letters() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from delivery where sender = :sender")
                .bind("sender", SENDER)
                .mapTo(Long.class)
                .one());
    }

    private PaperCanaryService every(Optional<Duration> period) {
        return new PaperCanaryService(new OnPaper(period), jobs, database, canaries, outbox, clock);
    }

    private record OnPaper(Optional<Duration> paperEvery) implements CanaryConfig {

        @Override
        public Optional<String> sender() {
            return Optional.of(SENDER);
        }

        @Override
        public Optional<String> person() {
            return Optional.empty();
        }

        @Override
        public Optional<String> copyTo() {
            return Optional.empty();
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(5);
        }
    }
}
