package no.brevdue.notification.newsletter;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.contracts.consent.v1.NewsletterRequested;
import no.brevdue.contracts.consent.v1.PersonDecision;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.notification.v1.DecisionsApplied;
import no.brevdue.notification.IdentityStandIn;
import no.brevdue.notification.MailSink;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.Doubts;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Codes and newsletters, as they arrive. */
@QuarkusTest
class NewsletterMailTest {

    private final Facts facts;
    private final Database database;
    private final NewsletterRepository newsletters;
    private final Doubts doubts;
    private final TestClock clock;

    private final UUID alias = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();
    private final String address = "person-%s@example.test".formatted(alias);

    NewsletterMailTest(
            Facts facts, Database database, NewsletterRepository newsletters, Doubts doubts, TestClock clock) {
        this.facts = facts;
        this.database = database;
        this.newsletters = newsletters;
        this.doubts = doubts;
        this.clock = clock;
    }

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(TestClock.START);
        facts.beat(Topic.CONSENT_EVENTS);
        eventually().until(() -> database.asWorker(tx -> !doubts.silent(tx, Topic.CONSENT_EVENTS)));
        IdentityStandIn.knows(alias, address, "NN");
    }

    @Test
    void whoeverWantsTheNewsletterIsMailedTheCodeOnce() throws Exception {
        NewsletterRequested request = new NewsletterRequested(UUID.randomUUID(), 1, alias);

        facts.publishTwice(request);

        eventually().untilAsserted(() -> assertThat(mails()).hasSize(1));
        assertThat(mails().getFirst().getContent().toString().strip().lines())
                .containsExactlyElementsOf(Notice.newsletterCode(Language.NN, request.code())
                        .body()
                        .lines()
                        .toList());
        assertThat(mails().getFirst().getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void aNewsletterComesWithAButtonToStopItAndNoLinkAndOnlyToWhoHasConsented() throws MessagingException {
        UUID newsletter = UUID.randomUUID();
        write(newsletter, "Ingen her enno").statusCode(200);
        applied(new ConsentGranted(alias, 1, consent, "platform", "newsletter", TestClock.START.plusSeconds(99_999)));
        UUID next = UUID.randomUUID();

        write(next, "Nytt i Brevdue").statusCode(200);
        write(next, "Nytt i Brevdue").statusCode(200);
        write(next, "Noko heilt anna").statusCode(409).body("code", equalTo("BD-1401"));

        eventually().untilAsserted(() -> assertThat(mails()).hasSize(1));
        MimeMessage mail = mails().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Nytt i Brevdue");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<https://api.brevdue.example/v1/newsletter-stops/" + consent + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void whoHasWithdrawnOrMayHaveIsSentNothingAndNoReplayChangesThat() {
        var granted =
                new ConsentGranted(alias, 1, consent, "platform", "newsletter", TestClock.START.plusSeconds(99_999));
        applied(granted);
        applied(new ConsentWithdrawn(alias, 2, consent, "platform", "newsletter"));
        facts.publish(granted);
        applied(new TermsAccepted(alias, 3, "terms-of-use", 1, TestClock.START));
        write(UUID.randomUUID(), "Etter tilbaketrekkinga").statusCode(200);

        applied(restated(4, ConsentState.GRANTED));
        // Version 5 is missing: it may have been a withdrawal.
        facts.publish(new TermsAccepted(alias, 6, "terms-of-use", 2, TestClock.START));
        eventually()
                .until(() -> database.asWorker(
                        tx -> newsletters.consent(tx, alias, TestClock.START).isEmpty()));
        write(UUID.randomUUID(), "I tvil").statusCode(200);
        applied(restated(6, ConsentState.GRANTED));
        write(UUID.randomUUID(), "Alt er sagt på nytt").statusCode(200);

        eventually().untilAsserted(() -> assertThat(subjects()).contains("Alt er sagt på nytt"));
        assertThat(subjects()).doesNotContain("Etter tilbaketrekkinga", "I tvil");
    }

    @Test
    void noNewsletterHasALinkOrIsWrittenByAnybodyElse() {
        write(UUID.randomUUID(), "Sjå www.brevdue.example").statusCode(400);
        write(UUID.randomUUID(), "Sjå https://brevdue.example").statusCode(400);
        write(UUID.randomUUID(), "").statusCode(400);
        given().auth()
                .oauth2(Tokens.citizen("20914695016").sign())
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/operations/newsletters/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    private PersonDecisionsRestated restated(long version, ConsentState state) {
        Standing newsletter =
                new Standing(consent, "platform", "newsletter", state, TestClock.START.plusSeconds(99_999));
        return new PersonDecisionsRestated(alias, version, List.of(newsletter), List.of(), null, null);
    }

    private void applied(PersonDecision fact) {
        facts.publish(fact);
        eventually()
                .untilAsserted(() -> assertThat(facts.published(DecisionsApplied.class))
                        .contains(new DecisionsApplied(alias, fact.version())));
    }

    private static ValidatableResponse write(UUID id, String subject) {
        return given().auth()
                .oauth2(Tokens.operator("olga").sign())
                .contentType(ContentType.JSON)
                .body("{\"nb\": {\"subject\": \"%s\", \"body\": \"Vi har fått ein ny funksjon.\"}}".formatted(subject))
                .put("/v1/operations/newsletters/" + id)
                .then();
    }

    private List<MimeMessage> mails() {
        return MailSink.mailsTo(address);
    }

    private List<String> subjects() {
        return mails().stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}
