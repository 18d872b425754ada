package no.brevdue.audit.access;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import no.brevdue.audit.entry.Entries;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.accesslog.v1.DecisionsApplied;
import no.brevdue.contracts.accesslog.v1.DriftFound;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared.PurposeBasis;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** On which ground the controllers in somebody's access log write to them now. */
@QuarkusTest
class GroundsTest {

    private static final String LAW_CLINIC = "100100673";
    private static final String CONSENT_CLINIC = "100200309";
    private static final String STREAM = "mailbox-10";
    private static final AtomicLong POSITION = new AtomicLong();
    private static final AtomicInteger NEXT = new AtomicInteger(9_000);
    private static final Instant LATER = Instant.parse("2031-01-05T09:00:00Z");

    private final Facts facts;
    private final Aliases aliases;
    private final NationalIdentityNumber kari = SyntheticNumbers.person(NEXT.getAndIncrement());

    GroundsTest(Facts facts, Aliases aliases) {
        this.facts = facts;
        this.aliases = aliases;
    }

    @BeforeEach
    void twoClinicsHaveWritten() {
        facts.beat(Topic.CONSENT_EVENTS);
        facts.publish(
                new LegalBasisDeclared(CONSENT_CLINIC, 1, List.of(new PurposeBasis("letters", LegalBasis.CONSENT))));
        for (String clinic : List.of(LAW_CLINIC, CONSENT_CLINIC)) {
            facts.publish(
                    Topic.AUDIT_ENTRIES,
                    "mailbox",
                    Entries.sentBy(clinic, STREAM, alias(), Instant.parse("2026-03-02T09:00:00Z")),
                    10,
                    POSITION.incrementAndGet());
        }
    }

    @Test
    void aWithdrawalIsShownAndAcknowledgedAndNoReplayBringsTheConsentBack() {
        await().untilAsserted(() -> {
            assertThat(ground(LAW_CLINIC)).isEqualTo("LAW null");
            assertThat(ground(CONSENT_CLINIC)).isEqualTo("CONSENT UNANSWERED");
        });
        facts.publish(granted(1));
        await().untilAsserted(() -> assertThat(ground(CONSENT_CLINIC)).isEqualTo("CONSENT GRANTED"));

        facts.publishTwice(new ConsentWithdrawn(alias(), 2, UUID.randomUUID(), CONSENT_CLINIC, "letters"));

        await().untilAsserted(() -> assertThat(ground(CONSENT_CLINIC)).isEqualTo("CONSENT WITHDRAWN"));
        await().untilAsserted(() -> assertThat(facts.published(DecisionsApplied.class))
                .filteredOn(fact -> fact.alias().equals(alias()))
                .containsExactly(new DecisionsApplied(alias(), 1), new DecisionsApplied(alias(), 2)));
        facts.publish(granted(1));
        facts.publish(new ConsentWithdrawn(alias(), 3, UUID.randomUUID(), LAW_CLINIC, "letters"));
        await().untilAsserted(() ->
                assertThat(facts.published(DecisionsApplied.class)).contains(new DecisionsApplied(alias(), 3)));
        assertThat(ground(CONSENT_CLINIC)).isEqualTo("CONSENT WITHDRAWN");
        assertThat(ground(LAW_CLINIC)).isEqualTo("LAW null");
    }

    @Test
    void afterAGapAndBehindWhatCannotBeReadNothingIsClaimedUntilAllIsSaidAgain() {
        facts.publish(granted(1));
        await().untilAsserted(() -> assertThat(ground(CONSENT_CLINIC)).isEqualTo("CONSENT GRANTED"));

        facts.publish(granted(3));
        await().untilAsserted(() -> assertThat(ground(CONSENT_CLINIC)).isEqualTo("IN_DOUBT null"));
        assertThat(facts.published(DecisionsApplied.class)).doesNotContain(new DecisionsApplied(alias(), 3));
        facts.publish(restated(3, ConsentState.WITHDRAWN));
        await().untilAsserted(() -> assertThat(ground(CONSENT_CLINIC)).isEqualTo("CONSENT WITHDRAWN"));

        facts.publishRubbish(Topic.CONSENT_EVENTS, alias().toString());
        await().untilAsserted(() -> assertThat(ground(CONSENT_CLINIC)).isEqualTo("IN_DOUBT null"));
        facts.publish(restated(4, ConsentState.GRANTED));
        await().untilAsserted(() -> assertThat(ground(CONSENT_CLINIC)).isEqualTo("CONSENT GRANTED"));
    }

    @Test
    void whoCountsOtherwiseThanTheSourceSaysSo() {
        int before = facts.published(DriftFound.class).size();

        facts.publish(Topic.CONSENT_EVENTS, "consent", new DecisionsCounted(7, 1, 1_000_000, 2_000_000), 7, 0);

        await().untilAsserted(() -> assertThat(facts.published(DriftFound.class))
                .hasSizeGreaterThan(before)
                .last()
                .isEqualTo(new DriftFound(7, 1)));
    }

    private ConsentGranted granted(long version) {
        return new ConsentGranted(alias(), version, UUID.randomUUID(), CONSENT_CLINIC, "letters", LATER);
    }

    private PersonDecisionsRestated restated(long version, ConsentState state) {
        Standing letters = new Standing(
                UUID.randomUUID(), CONSENT_CLINIC, "letters", state, state == ConsentState.GRANTED ? LATER : null);
        return new PersonDecisionsRestated(alias(), version, List.of(letters), List.of(), null, null);
    }

    private UUID alias() {
        return aliases.alias(kari);
    }

    private String ground(String clinic) {
        JsonPath log = given().auth()
                .oauth2(Tokens.citizen(kari.value()).sign())
                .get("/v1/me/access-log?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String entry = "entries.find { it.organization == '" + clinic + "' }.ground.";
        return log.getString(entry + "basis") + " " + log.getString(entry + "consent");
    }
}
