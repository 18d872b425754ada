package no.brevdue.notification.account;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.NoticeOccasion;
import no.brevdue.notification.IdentityStandIn;
import no.brevdue.notification.MailSink;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class AccountNoticeTest {

    private final Facts facts;
    private final TestClock clock;
    private final Database database;

    private final UUID notice = UUID.randomUUID();
    private final String address = "person-%s@example.test".formatted(notice);

    AccountNoticeTest(Facts facts, TestClock clock, Database database) {
        this.facts = facts;
        this.clock = clock;
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCodeIsMailedInThePersonsLanguage(Language language) throws MessagingException, IOException {
        knows("{\"email\":\"%s\",\"language\":\"%s\",\"code\":\"012345\"}".formatted(address, language));

        facts.publish(requested(NoticeOccasion.VERIFICATION_CODE));

        eventually().untilAsserted(() -> assertThat(result()).hasValue("HANDED_OVER"));
        assertMailed(Notice.verificationCode(language, "012345"));
        assertThat(IdentityStandIn.hasForgotten(notice)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theOldAddressIsToldAndForgotten(Language language) throws MessagingException, IOException {
        knows("{\"email\":\"%s\",\"language\":\"%s\"}".formatted(address, language));

        facts.publish(requested(NoticeOccasion.CONTACT_CHANGED));

        eventually()
                .untilAsserted(
                        () -> assertThat(IdentityStandIn.hasForgotten(notice)).isTrue());
        assertMailed(Notice.contactChanged(language));
    }

    @Test
    void whoIsToldOfComingReadersIsForgottenAsWell() throws MessagingException, IOException {
        knows("{\"email\":\"%s\",\"language\":\"NB\"}".formatted(address));

        facts.publish(requested(NoticeOccasion.READERS_CHANGE));

        eventually()
                .untilAsserted(
                        () -> assertThat(IdentityStandIn.hasForgotten(notice)).isTrue());
        assertMailed(Notice.readersChange(Language.NB));
    }

    @Test
    void whoReliesOnADocumentThatChangesIsToldOnceAndSoIsWhoeverReadsForThem() throws MessagingException, IOException {
        UUID alias = UUID.randomUUID();
        String other = "other-" + address;
        IdentityStandIn.answers(alias, 503, "");
        facts.publishTwice(new ChangeNoticeRequested(notice, 1, alias));
        eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());
        IdentityStandIn.answers(alias, 200, """
                {"email": "%s", "language": "NN", "others": [{"email": "%s", "language": "SE"}]}""".formatted(address, other));

        clock.advance(Duration.ofMinutes(5));

        eventually().untilAsserted(() -> assertThat(result()).hasValue("HANDED_OVER"));
        assertMailed(Notice.documentChanges(Language.NN));
        assertThat(MailSink.mailsTo(other)).hasSize(1);
    }

    @Test
    void aChangeThatCouldNotBeToldForAWeekIsOldNews() {
        IdentityStandIn.answers(notice, 503, "");
        facts.publish(new ChangeNoticeRequested(notice, 1, notice));
        eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());

        clock.advance(Duration.ofDays(7));

        eventually().untilAsserted(() -> assertThat(result()).hasValue("OVER"));
    }

    @Test
    void aNoticeRequestedTwiceIsSentOnce() {
        knows("{\"email\":\"%s\",\"language\":\"NB\",\"code\":\"012345\"}".formatted(address));

        facts.publishTwice(requested(NoticeOccasion.VERIFICATION_CODE));
        facts.publish(requested(NoticeOccasion.VERIFICATION_CODE));

        eventually().untilAsserted(() -> assertThat(result()).hasValue("HANDED_OVER"));
        eventually()
                .during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(MailSink.mailsTo(address)).hasSize(1));
    }

    @Test
    void whatIsOverIsNotSent() {
        facts.publish(requested(NoticeOccasion.VERIFICATION_CODE));

        eventually().untilAsserted(() -> assertThat(result()).hasValue("OVER"));
        assertThat(MailSink.mailsTo(address)).isEmpty();
    }

    @Test
    void aNoticeWaitsWhileIdentityServiceOrTheMailServerIsAway() {
        IdentityStandIn.answers(notice, 503, "");
        facts.publish(requested(NoticeOccasion.CONTACT_CHANGED));
        eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());
        MailSink.away();
        try {
            knows("{\"email\":\"%s\",\"language\":\"NB\"}".formatted(address));
            int before = setbacks();
            clock.advance(Duration.ofMinutes(5));
            eventually().untilAsserted(() -> assertThat(setbacks()).isGreaterThan(before));
        } finally {
            MailSink.back();
        }
        assertThat(IdentityStandIn.hasForgotten(notice)).isFalse();

        clock.advance(Duration.ofMinutes(5));

        eventually()
                .untilAsserted(
                        () -> assertThat(IdentityStandIn.hasForgotten(notice)).isTrue());
        assertThat(MailSink.mailsTo(address)).hasSize(1);
    }

    @Test
    void aCodeThatIsNoCodeIsNotMailed() {
        knows("{\"email\":\"%s\",\"language\":\"NB\",\"code\":\"see www.example.no\"}".formatted(address));

        facts.publish(requested(NoticeOccasion.VERIFICATION_CODE));

        eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());
        assertThat(MailSink.mailsTo(address)).isEmpty();
    }

    @Test
    void aMalformedRequestGoesToQuarantineAndTheNextOfItsKeyHealsIt() {
        knows("{\"email\":\"%s\",\"language\":\"NB\",\"code\":\"012345\"}".formatted(address));

        facts.publishRubbish(Topic.IDENTITY_EVENTS, notice.toString());
        eventually().untilAsserted(() -> assertThat(quarantined()).isEqualTo(1));
        facts.publish(requested(NoticeOccasion.VERIFICATION_CODE));

        eventually().untilAsserted(() -> assertThat(result()).hasValue("HANDED_OVER"));
    }

    private ContactNoticeRequested requested(NoticeOccasion occasion) {
        return new ContactNoticeRequested(notice, 1, occasion);
    }

    private void knows(String answer) {
        IdentityStandIn.answers(notice, 200, answer);
    }

    private void assertMailed(Notice text) throws MessagingException, IOException {
        assertThat(MailSink.mailsTo(address)).hasSize(1);
        MimeMessage mail = MailSink.mailsTo(address).getFirst();
        assertThat(mail.getSubject()).isEqualTo(text.subject());
        assertThat(mail.getContent().toString().strip().lines())
                .containsExactlyElementsOf(text.body().lines().toList());
        assertThat(mail.getMessageID()).isEqualTo("<%s@brevdue.example>".formatted(notice));
    }

    private Optional<String> result() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select result from account_notice where id = :id and result is not null")
                .bind("id", notice)
                .mapTo(String.class)
                .findOne());
    }

    private int setbacks() {
        return count("select coalesce(sum(setbacks), 0) from account_notice where id = :id", notice);
    }

    private int quarantined() {
        return count("select count(*) from quarantine where key = :id and resolution is null", notice.toString());
    }

    private int count(String sql, Object id) {
        return database.asWorker(tx ->
                tx.handle().createQuery(sql).bind("id", id).mapTo(Integer.class).one());
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}
