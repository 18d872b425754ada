package no.brevdue.notification.dispatch;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.ConsentExpired;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentRefused;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.notification.v1.DecisionsApplied;
import no.brevdue.contracts.notification.v1.DriftFound;
import no.brevdue.notification.IdentityStandIn;
import no.brevdue.notification.MailSink;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Inviting somebody to decide whether a clinic may write to them. */
@QuarkusTest
class InvitationTest {

    private static final String CLINIC = "100200309";

    private final Facts facts;
    private final Database database;

    private final UUID alias = UUID.randomUUID();
    private final String address = "person-%s@example.test".formatted(alias);

    InvitationTest(Facts facts, Database database) {
        this.facts = facts;
        this.database = database;
    }

    @Test
    void whoseConsentIsAwaitedIsInvitedOnceInWordsThatNameNobody() throws Exception {
        IdentityStandIn.knows(alias, address, "NB");

        facts.publishTwice(held(HoldReason.AWAITING_CONSENT));
        facts.publish(held(HoldReason.AWAITING_SCAN));

        eventually().untilAsserted(() -> assertThat(MailSink.mailsTo(address)).hasSize(1));
        assertThat(MailSink.mailsTo(address)
                        .getFirst()
                        .getContent()
                        .toString()
                        .strip()
                        .lines())
                .containsExactlyElementsOf(
                        Notice.consentAwaited(Language.NB).body().lines().toList());
    }

    @Test
    void whoHasAnsweredIsInvitedNoLongerAndConsentServiceHearsIt() {
        IdentityStandIn.answers(alias, 503, "");
        facts.publish(held(HoldReason.AWAITING_CONSENT));
        eventually().untilAsserted(() -> assertThat(waiting()).isEqualTo(1));

        facts.publish(new TermsAccepted(alias, 1, "terms-of-use", 1, TestClock.START));
        facts.publish(new ConsentRefused(alias, 2, UUID.randomUUID(), CLINIC, "letters"));

        eventually()
                .untilAsserted(() -> assertThat(facts.published(DecisionsApplied.class))
                        .filteredOn(fact -> fact.alias().equals(alias))
                        .extracting(DecisionsApplied::version)
                        .containsExactly(1L, 2L));
        assertThat(waiting()).isZero();
        assertThat(MailSink.mailsTo(address)).isEmpty();
    }

    @Test
    void onlyAnAnswerAboutLettersEndsTheInvitation() {
        IdentityStandIn.answers(alias, 503, "");
        facts.publish(held(HoldReason.AWAITING_CONSENT));
        eventually().untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
        assertThat(visibility()).isEqualTo("VISIBLE");
        Instant later = TestClock.START.plus(Duration.ofDays(400));

        facts.publish(new ConsentGranted(alias, 1, UUID.randomUUID(), CLINIC, "contact", later));
        facts.publish(new ConsentExpired(alias, 2, UUID.randomUUID(), CLINIC, "letters"));
        facts.publish(restated(3, ConsentState.EXPIRED, null));
        facts.publish(restated(3, ConsentState.GRANTED, TestClock.START.minusSeconds(1)));
        facts.publish(new ConsentRefused(alias, 2, UUID.randomUUID(), CLINIC, "letters"));
        facts.publish(new TermsAccepted(alias, 4, "terms-of-use", 1, TestClock.START));

        eventually()
                .untilAsserted(() -> assertThat(facts.published(DecisionsApplied.class))
                        .filteredOn(fact -> fact.alias().equals(alias))
                        .extracting(DecisionsApplied::version)
                        .contains(4L));
        assertThat(waiting()).isEqualTo(1);
        facts.publish(restated(4, ConsentState.GRANTED, later));
        eventually().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void whatIsMissingIsNotAcknowledgedAndCountsAsDrift() {
        facts.publish(new ConsentRefused(alias, 3, UUID.randomUUID(), CLINIC, "letters"));
        int before = facts.published(DriftFound.class).size();

        facts.publish(Topic.CONSENT_EVENTS, "consent", new DecisionsCounted(7, 1, 1_000_000, 1_000_000), 7, 0);

        eventually()
                .untilAsserted(
                        () -> assertThat(facts.published(DriftFound.class)).hasSizeGreaterThan(before));
        assertThat(facts.published(DecisionsApplied.class))
                .noneMatch(fact -> fact.alias().equals(alias));
    }

    private DeliveryHeld held(HoldReason reason) {
        boolean asking = reason == HoldReason.AWAITING_CONSENT;
        return new DeliveryHeld(
                UUID.nameUUIDFromBytes(alias.toString().getBytes(StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                UUID.randomUUID(),
                2,
                reason,
                asking ? alias : null,
                asking ? CLINIC : null,
                asking ? ParentVisibility.VISIBLE : null);
    }

    private PersonDecisionsRestated restated(long version, ConsentState state, @Nullable Instant until) {
        Standing letters = new Standing(UUID.randomUUID(), CLINIC, "letters", state, until);
        return new PersonDecisionsRestated(alias, version, List.of(letters), List.of(), null, null);
    }

    private String visibility() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select parent_visibility from notification where alias = :alias")
                .bind("alias", alias)
                .mapTo(String.class)
                .one());
    }

    private int waiting() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from notification where alias = :alias and state = 'WAITING'")
                .bind("alias", alias)
                .mapTo(Integer.class)
                .one());
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}
