package no.brevdue.mailbox.recipient;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/** Whoever writes to many people nobody has written to before is noticed, and told nothing. */
@QuarkusTest
class NewRecipientTest {

    private static final String ORGANIZATION = "100200503";
    private static final int BUDGET = 2;

    private final People people;
    private final NewRecipientJob job;
    private final TestClock clock;

    NewRecipientTest(People people, NewRecipientJob job, TestClock clock) {
        this.people = people;
        this.job = job;
        this.clock = clock;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void whoWritesToMoreStrangersThanTheBudgetIsNoticedOnceAnHour() {
        NationalIdentityNumber known = people.registeredAndInAgreement();
        send(known);
        await().untilAsserted(() -> person(known).get("/v1/me/letters").then().body("letters", hasSize(1)));
        clock.advance(Duration.ofHours(1));
        for (int letter = 0; letter <= BUDGET; letter++) {
            send(known);
        }
        send(people.stranger());
        send(people.stranger());
        assertThat(job.notice(BUDGET)).doesNotContain(ORGANIZATION);

        send(people.stranger());

        assertThat(job.notice(BUDGET)).contains(ORGANIZATION);
        assertThat(job.notice(BUDGET)).doesNotContain(ORGANIZATION);
        clock.advance(Duration.ofHours(1));
        people.sourcesAreAlive();
        send(people.stranger());
        assertThat(job.notice(BUDGET)).doesNotContain(ORGANIZATION);
        send(people.stranger());
        send(people.stranger());
        assertThat(job.notice(BUDGET)).contains(ORGANIZATION);
    }

    private static void send(NationalIdentityNumber person) {
        clinic(ORGANIZATION)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(letterTo(person))
                .post("/v1/sender/messages")
                .then()
                .statusCode(201);
    }
}
