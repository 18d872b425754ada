package no.brevdue.identity.notice;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Mail;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class ContactNoticesResourceTest {

    @Inject
    NoticeService notices;

    @Inject
    Database database;

    @Inject
    Letters letters;

    @Inject
    Mail mail;

    @Inject
    TestClock clock;

    @Inject
    JobRunner jobs;

    @AfterEach
    void timeIsBack() {
        clock.set(TestClock.START);
    }

    @Test
    void anAddressThatNobodyCameForIsErased() {
        Registers.know(SyntheticPeople.ODD, "1984-03-15");
        PersonRegistered odd = letters.register(SyntheticPeople.ODD);
        database.asWorkerDo(tx -> {
            notices.sendCode(tx, odd.personId(), odd.alias(), "odd-code@example.no");
            notices.tellOfChange(tx, odd.personId(), odd.alias(), "odd-old@example.no");
        });
        assertThat(mail.to("odd-code@example.no").hasCode()).isTrue();
        assertThat(mail.to("odd-old@example.no").hasCode()).isFalse();

        clock.advance(Duration.ofMinutes(15));
        jobs.wake(ForgettingJob.class);
        await().until(() -> kept(odd.personId()) == 1);

        clock.advance(Duration.ofDays(1));
        jobs.wake(ForgettingJob.class);
        await().until(() -> kept(odd.personId()) == 0);
    }

    @Test
    void onlyTheServiceThatSendsLearnsAnything() {
        Map<String, Object> body = Map.of("noticeId", UUID.randomUUID(), "purpose", "contact-notice");

        assertThat(status(Tokens.citizen(SyntheticPeople.ODD), body)).isEqualTo(403);
        assertThat(status(Tokens.operator("olav"), body)).isEqualTo(403);
        assertThat(status(Tokens.serviceAccount("mailbox", "brevdue:something-else"), body))
                .isEqualTo(403);
        assertThat(status(Tokens.serviceAccount("notification", "brevdue:contact-points.read"), body))
                .isEqualTo(404);
        assertThat(status(
                        Tokens.serviceAccount("notification", "brevdue:contact-points.read"),
                        Map.of("noticeId", UUID.randomUUID())))
                .as("without a purpose")
                .isEqualTo(400);
    }

    private static int status(Tokens token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token.sign())
                .contentType("application/json")
                .body(body)
                .post("/v1/contact-notices/lookups")
                .statusCode();
    }

    private int kept(UUID person) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(address) from contact_notice where person_id = :person")
                .bind("person", person)
                .mapTo(Integer.class)
                .one());
    }
}
