package no.brevdue.mailbox.silence;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class SilenceTest {

    private static final Instant HOUR = TestClock.START.minus(Duration.ofDays(5));
    private static final String BUSY = "100200309";
    private static final String QUIET = "100200406";
    /** Nobody else sends as this one: a letter of the same hour would be no silence. */
    private static final String AWAY = "100200708";

    private final People people;
    private final SilenceJob silence;
    private final MeterRegistry meters;
    private final TestClock clock;
    private final Database database;

    SilenceTest(People people, SilenceJob silence, MeterRegistry meters, TestClock clock, Database database) {
        this.people = people;
        this.silence = silence;
        this.meters = meters;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aClinicThatAlwaysSendsAtThisHourAndDoesNotIsNoticedOnce() {
        for (int week = 1; week <= 3; week++) {
            clock.set(HOUR.minus(Duration.ofDays(7L * week)).plusSeconds(60));
            for (int i = 0; i < 5; i++) {
                send(BUSY);
            }
            send(QUIET);
        }
        clock.set(TestClock.START);

        assertThat(silence.notice(HOUR, clock.instant())).containsExactly(BUSY);
        assertThat(silence.notice(HOUR, clock.instant())).isEmpty();

        Instant busyHour = HOUR.minus(Duration.ofDays(7));
        assertThat(silence.notice(busyHour, clock.instant())).doesNotContain(BUSY);

        look();
        assertThat(untold())
                .as("of what somebody noticed who died before telling")
                .isZero();
    }

    @Test
    void noHourIsLeftOutThatEndedWhileNobodyWasThere() {
        look();
        for (int week = 1; week <= 3; week++) {
            clock.set(TestClock.START.plus(Duration.ofHours(2)).minus(Duration.ofDays(7L * week)));
            for (int i = 0; i < 5; i++) {
                send(AWAY);
            }
        }
        clock.set(TestClock.START);
        look();
        clock.advance(Duration.ofHours(6));
        look();

        assertThat(noticed(AWAY)).isEqualTo(1);
        double silent = meters.get("brevdue.sending.silent").gauge().value();
        assertThat(silent).isPositive();
        send(AWAY);
        look();
        assertThat(meters.get("brevdue.sending.silent").gauge().value()).isEqualTo(silent - 1);
    }

    private void look() {
        boolean unused = silence.run();
    }

    private long untold() {
        return count("select count(*) from silence where told_at is null");
    }

    private long noticed(String organization) {
        return count("select count(*) from silence where organization = '" + organization + "'");
    }

    private long count(String query) {
        return database.asWorker(
                tx -> tx.handle().createQuery(query).mapTo(Long.class).one());
    }

    private void send(String organization) {
        clinic(organization)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(letterTo(people.stranger()))
                .post("/v1/sender/messages")
                .then()
                .statusCode(201);
    }
}
