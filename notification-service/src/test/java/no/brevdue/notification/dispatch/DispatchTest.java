package no.brevdue.notification.dispatch;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.Event;
import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.mailbox.v1.DeliveryLeftUnread;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.contracts.notification.v1.Channel;
import no.brevdue.contracts.notification.v1.FailureReason;
import no.brevdue.contracts.notification.v1.NotificationFailed;
import no.brevdue.contracts.notification.v1.NotificationHandedOver;
import no.brevdue.contracts.notification.v1.NotificationOrdered;
import no.brevdue.notification.IdentityStandIn;
import no.brevdue.notification.MailSink;
import no.brevdue.notification.RefusingMailServer;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.EventCodec;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class DispatchTest {

    private final Facts facts;
    private final TestClock clock;
    private final Database database;

    private final UUID alias = UUID.randomUUID();
    private final String address = "person-%s@example.test".formatted(alias);
    private final DeliveryPublished letter = published(alias, RecipientKind.PERSON);

    DispatchTest(Facts facts, TestClock clock, Database database) {
        this.facts = facts;
        this.clock = clock;
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({
        "NB, Du har fått et nytt brev",
        "NN, Du har fått eit nytt brev",
        "EN, You have received a new letter",
        "SE, Don leat ožžon ođđa reivve"
    })
    void aPublishedLetterIsToldInThePersonsLanguage(String language, String subject)
            throws MessagingException, IOException {
        IdentityStandIn.knows(alias, address, language);

        facts.publish(letter);

        eventually().untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter), handedOver(letter)));
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(mail.isMimeType("text/plain")).isTrue();
        assertThat(mail.getContent().toString().strip().lines())
                .containsExactlyElementsOf(Notice.letterPublished(Language.valueOf(language))
                        .body()
                        .lines()
                        .toList());
        assertThat(Collections.list(mail.getAllHeaderLines()))
                .allSatisfy(line -> assertThat(
                                StandardCharsets.US_ASCII.newEncoder().canEncode(line))
                        .isTrue());
        assertThat(mail.getFrom()[0].toString()).isEqualTo("varsel@brevdue.example");
        assertThat(mail.getMessageID()).isEqualTo("<%s@brevdue.example>".formatted(notificationId(letter)));
    }

    @Test
    void aLetterPublishedTwiceIsToldOnce() {
        IdentityStandIn.knows(alias, address, "NB");

        facts.publishTwice(letter);
        facts.publish(letter);

        eventually().during(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(told(letter)).containsExactly(ordered(letter), handedOver(letter));
            assertThat(MailSink.mailsTo(address)).hasSize(1);
        });
    }

    @Test
    void whoLeavesALetterUnreadIsToldOnceMore() throws MessagingException {
        IdentityStandIn.knows(alias, address, "NB");
        facts.publish(letter);
        eventually().untilAsserted(() -> assertThat(MailSink.mailsTo(address)).hasSize(1));

        facts.publishTwice(leftUnread());

        eventually().untilAsserted(() -> assertThat(MailSink.mailsTo(address)).hasSize(2));
        assertThat(MailSink.mailsTo(address).get(1).getSubject()).isEqualTo("Du har et brev du ikke har lest");
    }

    @Test
    void everybodyWhoMayReadTheLetterIsTold() throws MessagingException {
        String other = "other-" + address;
        IdentityStandIn.answers(
                alias,
                200,
                "{\"email\":\"%s\",\"language\":\"NB\",\"others\":[{\"email\":\"%s\",\"language\":\"EN\"},{\"language\":\"NB\"}]}"
                        .formatted(address, other));

        facts.publish(letter);

        eventually().untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter), handedOver(letter)));
        assertThat(MailSink.mailsTo(address)).hasSize(1);
        assertThat(MailSink.mailsTo(other)).hasSize(1);
        assertThat(MailSink.mailsTo(other).getFirst().getSubject()).isEqualTo("You have received a new letter");
    }

    @Test
    void whoeverMayReadTheLetterIsWhoIsToldOnceMore() {
        IdentityStandIn.knows(alias, address, "NB");
        facts.publish(new DeliveryPublished(
                letter.deliveryId(),
                letter.messageId(),
                letter.threadId(),
                3,
                RecipientKind.PERSON,
                alias,
                ParentVisibility.VISIBLE));
        facts.publish(leftUnread());

        eventually().untilAsserted(() -> assertThat(MailSink.mailsTo(address)).hasSize(2));
        List<ParentVisibility> readers = database.asWorker(tx -> tx.handle()
                .createQuery("select parent_visibility from notification where delivery_id = :delivery")
                .bind("delivery", letter.deliveryId())
                .mapTo(ParentVisibility.class)
                .list());
        assertThat(readers).containsExactly(ParentVisibility.VISIBLE, ParentVisibility.VISIBLE);
    }

    @Test
    void whoHasReadMeanwhileIsLeftInPeaceAndWhoMayHaveIsAskedAboutAgain() {
        IdentityStandIn.knows(alias, address, "NB");
        IdentityStandIn.answers(letter.deliveryId(), 503, "");
        facts.publish(leftUnread());
        eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());

        IdentityStandIn.answers(letter.deliveryId(), 200, "{\"unread\":false}");
        clock.advance(Duration.ofMinutes(10));

        eventually().untilAsserted(() -> assertThat(states()).containsExactly("NOT_NEEDED"));
        assertThat(told(letter)).isEmpty();
        assertThat(MailSink.mailsTo(address)).isEmpty();
    }

    @Test
    void whatWasTakenBackWhileItCouldNotBeToldIsToldToNobody() {
        IdentityStandIn.answers(alias, 503, "");
        facts.publish(letter);
        eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());

        IdentityStandIn.answers(letter.deliveryId(), 200, "{\"unread\":false,\"awaitsConsent\":false}");
        IdentityStandIn.knows(alias, address, "NB");
        clock.advance(Duration.ofMinutes(10));

        eventually().untilAsserted(() -> assertThat(states()).containsExactly("NOT_NEEDED"));
        assertThat(told(letter)).isEmpty();
        assertThat(MailSink.mailsTo(address)).isEmpty();
    }

    /** Facts of tests happen now, by real time. */
    @Test
    void whatIsHeardOfAtOnceIsToldAndWhatIsHeardOfLateIsAskedAboutFirst() {
        Instant before = clock.instant();
        IdentityStandIn.knows(alias, address, "NB");
        IdentityStandIn.answers(letter.deliveryId(), 200, "{\"unread\":false,\"awaitsConsent\":false}");
        clock.advance(Duration.ofMillis(System.currentTimeMillis() - before.toEpochMilli()));
        try {
            facts.publish(letter);
            eventually()
                    .untilAsserted(() -> assertThat(MailSink.mailsTo(address)).hasSize(1));
        } finally {
            clock.set(before);
        }
        DeliveryPublished late = published(alias, RecipientKind.PERSON);
        IdentityStandIn.answers(late.deliveryId(), 200, "{\"unread\":false,\"awaitsConsent\":false}");

        facts.publish(late);

        eventually().untilAsserted(() -> assertThat(states(late)).containsExactly("NOT_NEEDED"));
        assertThat(MailSink.mailsTo(address)).hasSize(1);
    }

    @Test
    void aSecondNoticeThatFailsDoesNotUndoTheFirst() throws IOException {
        IdentityStandIn.knows(alias, address, "NB");

        whileMailServerSays("RCPT", "550 5.1.1 nobody here", () -> {
            facts.publish(leftUnread());

            eventually()
                    .untilAsserted(() -> assertThat(told(letter))
                            .containsExactly(
                                    ordered(letter),
                                    new NotificationFailed(
                                            letter.deliveryId(),
                                            2,
                                            notificationId(letter),
                                            FailureReason.REFUSED,
                                            false)));
        });
    }

    @Test
    void aCopyForAnOrganizationIsToldToNobody() {
        DeliveryPublished copy = new DeliveryPublished(
                UUID.randomUUID(),
                letter.messageId(),
                letter.threadId(),
                1,
                RecipientKind.ORGANIZATION,
                null,
                ParentVisibility.HIDDEN);
        IdentityStandIn.knows(alias, address, "NB");

        facts.publish(copy);
        facts.publish(letter);

        eventually().untilAsserted(() -> assertThat(told(letter)).hasSize(2));
        assertThat(told(copy)).isEmpty();
    }

    @Test
    void whoHasNoEmailAddressCannotBeTold() {
        IdentityStandIn.answers(alias, 200, "{\"mobile\":\"+4740000000\",\"language\":\"NB\"}");

        facts.publish(letter);

        eventually()
                .untilAsserted(
                        () -> assertThat(told(letter)).containsExactly(failed(letter, 1, FailureReason.NO_CHANNEL)));
    }

    @Test
    void aLetterWaitsWhileIdentityServiceIsAway() {
        IdentityStandIn.answers(alias, 503, "");
        facts.publish(letter);
        eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());
        clock.advance(Duration.ofDays(2));
        eventually().untilAsserted(() -> assertThat(setbacks()).isGreaterThan(1));
        assertThat(told(letter)).isEmpty();

        IdentityStandIn.knows(alias, address, "NB");
        clock.advance(Duration.ofMinutes(10));

        eventually().untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter), handedOver(letter)));
        assertThat(MailSink.mailsTo(address)).hasSize(1);
    }

    @Test
    void anOrderedNotificationSurvivesAMailServerThatIsAway() {
        IdentityStandIn.knows(alias, address, "NB");
        MailSink.away();
        try {
            facts.publish(letter);
            eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());
            eventually().untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter)));
        } finally {
            MailSink.back();
        }

        clock.advance(Duration.ofMinutes(10));

        eventually().untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter), handedOver(letter)));
        assertThat(MailSink.mailsTo(address)).hasSize(1);
    }

    @Test
    void aMailServerThatStaysAwayMakesItFailInTheEnd() {
        IdentityStandIn.knows(alias, address, "NB");
        MailSink.away();
        try {
            facts.publish(letter);
            eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());

            clock.advance(Duration.ofDays(1));

            eventually()
                    .untilAsserted(() -> assertThat(told(letter))
                            .containsExactly(ordered(letter), failed(letter, 2, FailureReason.UNREACHABLE)));
        } finally {
            MailSink.back();
        }
    }

    @Test
    void aRefusedRecipientIsTriedOnce() throws IOException {
        IdentityStandIn.knows(alias, address, "NB");

        whileMailServerSays("RCPT", "550 5.1.1 nobody here", () -> {
            facts.publish(letter);

            eventually()
                    .untilAsserted(() -> assertThat(told(letter))
                            .containsExactly(ordered(letter), failed(letter, 2, FailureReason.REFUSED)));
        });
    }

    @Test
    void aMailServerThatRefusesUsIsNotARefusedRecipient() throws IOException {
        IdentityStandIn.knows(alias, address, "NB");

        whileMailServerSays("RCPT", "530 5.7.0 authentication required", () -> {
            facts.publish(letter);

            eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());
            eventually().untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter)));
        });
    }

    @Test
    void aMailServerThatRefusesOurOwnAddressIsNotARefusedRecipient() throws IOException {
        IdentityStandIn.knows(alias, address, "NB");

        whileMailServerSays("MAIL", "553 5.1.8 sender unknown", () -> {
            facts.publish(letter);

            eventually().untilAsserted(() -> assertThat(setbacks()).isPositive());
            eventually().untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter)));
        });
    }

    @Test
    void aMailServerThatHangsUpAfterItHasTakenTheMailHasTakenIt() throws IOException {
        IdentityStandIn.knows(alias, address, "NB");

        whileMailServerSays("NOTHING", "", () -> {
            facts.publish(letter);

            eventually()
                    .untilAsserted(() -> assertThat(told(letter)).containsExactly(ordered(letter), handedOver(letter)));
        });
    }

    @Test
    void aRecordThatCannotBeReadParksItsThread() {
        IdentityStandIn.knows(alias, address, "NB");

        facts.publishRubbish(Topic.MAILBOX_EVENTS, letter.key());
        facts.publish(letter);

        eventually()
                .untilAsserted(
                        () -> assertThat(waitingInQuarantine(letter.key())).isEqualTo(2));
        assertThat(told(letter)).isEmpty();
        assertThat(MailSink.mailsTo(address)).isEmpty();
    }

    private static void whileMailServerSays(String command, String reply, Runnable work) throws IOException {
        MailSink.away();
        RefusingMailServer server = new RefusingMailServer(MailSink.port(), command, reply);
        try {
            work.run();
        } finally {
            server.close();
            MailSink.back();
        }
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }

    private static DeliveryPublished published(UUID alias, RecipientKind kind) {
        return new DeliveryPublished(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 3, kind, alias, ParentVisibility.HIDDEN);
    }

    private List<Event> told(DeliveryPublished letter) {
        return facts.records(Topic.NOTIFICATION_EVENTS).stream()
                .filter(record -> letter.deliveryId().toString().equals(record.key()))
                .<Event>mapMulti((record, sink) -> Stream.of(
                                NotificationOrdered.class, NotificationHandedOver.class, NotificationFailed.class)
                        .filter(type -> EventType.of(type).equals(Facts.header(record, "ce_type")))
                        .forEach(type -> sink.accept(EventCodec.decode(type, record.value()))))
                .toList();
    }

    private NotificationOrdered ordered(DeliveryPublished letter) {
        return new NotificationOrdered(letter.deliveryId(), 1, notificationId(letter), Channel.EMAIL);
    }

    private NotificationHandedOver handedOver(DeliveryPublished letter) {
        return new NotificationHandedOver(letter.deliveryId(), 2, notificationId(letter), Channel.EMAIL);
    }

    private NotificationFailed failed(DeliveryPublished letter, long version, FailureReason reason) {
        return new NotificationFailed(letter.deliveryId(), version, notificationId(letter), reason, true);
    }

    private MimeMessage onlyMail() {
        List<MimeMessage> mails = MailSink.mailsTo(address);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private UUID notificationId(DeliveryPublished letter) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select id from notification where delivery_id = :delivery")
                .bind("delivery", letter.deliveryId())
                .mapTo(UUID.class)
                .one());
    }

    private DeliveryLeftUnread leftUnread() {
        return new DeliveryLeftUnread(letter.deliveryId(), letter.messageId(), letter.threadId(), 4, alias);
    }

    private List<String> states() {
        return states(letter);
    }

    private List<String> states(DeliveryPublished letter) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select state from notification where delivery_id = :delivery")
                .bind("delivery", letter.deliveryId())
                .mapTo(String.class)
                .list());
    }

    private int setbacks() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select coalesce(sum(setbacks), 0) from notification where delivery_id = :delivery")
                .bind("delivery", letter.deliveryId())
                .mapTo(Integer.class)
                .one());
    }

    private int waitingInQuarantine(String key) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from quarantine where key = :key and resolution is null")
                .bind("key", key)
                .mapTo(Integer.class)
                .one());
    }
}
