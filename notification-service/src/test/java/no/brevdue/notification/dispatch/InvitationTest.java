package no.brevdue.notification.dispatch;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.ConsentRefused;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.HoldReason;
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
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        eventually().untilAsserted(() -> {
            facts.publish(new ConsentRefused(alias, 2, UUID.randomUUID(), CLINIC, "letters"));
            assertThat(waiting()).isZero();
        });
        assertThat(MailSink.mailsTo(address)).isEmpty();
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
                asking ? CLINIC : null);
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
