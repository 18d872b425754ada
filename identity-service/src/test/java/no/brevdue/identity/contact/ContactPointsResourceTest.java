package no.brevdue.identity.contact;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ContactPointsResourceTest {

    private static final OffsetDateTime RECENTLY =
            TestClock.START.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
    private static final OffsetDateTime LONG_AGO =
            TestClock.START.minus(Duration.ofDays(700)).atOffset(ZoneOffset.UTC);

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    TestClock clock;

    @AfterEach
    void timeAndRegistersAreBack() {
        clock.set(TestClock.START);
        Registers.krrAway(false);
    }

    @Test
    void onlyUsableChannelsAreTold() {
        UUID alias = reachable(SyntheticPeople.LARS, RECENTLY, LONG_AGO);

        lookUp(alias)
                .statusCode(200)
                .body("email", equalTo("somebody@example.no"))
                .body("mobile", nullValue())
                .body("language", equalTo("NN"))
                .body("asOf", equalTo("2026-01-05T09:00:00Z"))
                .body("stale", equalTo(false));
    }

    @Test
    void everyLookupIsRecordedWithItsPurpose() {
        UUID alias = reachable(SyntheticPeople.TONE, RECENTLY, RECENTLY);

        lookUp(alias).statusCode(200);

        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.subject()).isEqualTo(alias);
                    assertThat(entry.action()).isEqualTo("contact-points-read");
                    assertThat(entry.purpose()).isEqualTo("letter-notification");
                    assertThat(entry.actorKind()).isEqualTo(ActorKind.SERVICE);
                    assertThat(entry.actor()).isEqualTo("notification");
                }));
    }

    @Test
    void anOldAnswerIsAskedForAgainAndTheChangeIsPublished() {
        UUID alias = reachable(SyntheticPeople.ARNE, RECENTLY, LONG_AGO);
        Registers.reachable(SyntheticPeople.ARNE, "new@example.no", RECENTLY, "+4798765432", RECENTLY);
        Registers.reserved(SyntheticPeople.ARNE);
        clock.advance(Duration.ofMinutes(61));

        lookUp(alias)
                .body("email", equalTo("new@example.no"))
                .body("mobile", equalTo("+4798765432"))
                .body("asOf", equalTo("2026-01-05T10:01:00Z"));

        PersonRegistered registered = registered(alias);
        await().untilAsserted(() -> assertThat(facts.published(ContactabilityChanged.class))
                .filteredOn(fact -> fact.personId().equals(registered.personId()))
                .containsExactly(new ContactabilityChanged(registered.personId(), 2, true, true, true, Language.NN)));
    }

    @Test
    void aRecentAnswerIsNotAskedForAgain() {
        UUID alias = reachable(SyntheticPeople.NORA, RECENTLY, RECENTLY);
        Registers.reachable(SyntheticPeople.NORA, "new@example.no", RECENTLY, "+4798765432", RECENTLY);
        clock.advance(Duration.ofMinutes(60));

        lookUp(alias).body("email", equalTo("somebody@example.no"));
    }

    @Test
    void whileTheRegisterIsAwayTheLastAnswerServesAndTellsItsAge() {
        UUID alias = reachable(SyntheticPeople.KNUT, RECENTLY, RECENTLY);
        Registers.krrAway(true);
        clock.advance(Duration.ofDays(2));

        lookUp(alias)
                .statusCode(200)
                .body("email", equalTo("somebody@example.no"))
                .body("asOf", equalTo("2026-01-05T09:00:00Z"))
                .body("stale", equalTo(true));
    }

    @Test
    void aChannelGrowsTooOldWhileTheRegisterIsAway() {
        UUID alias = reachable(SyntheticPeople.UNNI, RECENTLY, RECENTLY);
        Registers.krrAway(true);
        clock.advance(Duration.ofDays(550));

        lookUp(alias).statusCode(200).body("email", nullValue()).body("mobile", nullValue());
    }

    @Test
    void nothingIsSentToSomebodyWhoDied() {
        Registers.know(SyntheticPeople.HANS, "1941-03-14");
        Registers.died(SyntheticPeople.HANS);
        Registers.reachable(SyntheticPeople.HANS, "somebody@example.no", RECENTLY, "+4791234567", RECENTLY);
        PersonRegistered registered = letters.register(SyntheticPeople.HANS);
        assertThat(registered.facts().deceased()).isTrue();

        lookUp(registered.alias()).statusCode(200).body("email", nullValue()).body("mobile", nullValue());
    }

    @Test
    void manyAreLookedUpAtOnceInTheirOrderAndAnAliasNobodyHasKeepsNobodyBack() {
        UUID some = reachable(SyntheticNumbers.person(1391).value(), RECENTLY, RECENTLY);
        UUID stranger = UUID.randomUUID();

        lookUp(List.of(stranger, some, some), notification())
                .statusCode(200)
                .rootPath("")
                .body("answers.alias", contains(stranger.toString(), some.toString(), some.toString()))
                .body("answers[0].contact", nullValue())
                .body("answers[1].contact.email", equalTo("somebody@example.no"))
                .body("answers[2].contact.email", equalTo("somebody@example.no"));
    }

    @Test
    void aServiceWithAnotherScopeLearnsNothing() {
        assertRefused(Tokens.serviceAccount("mailbox", "brevdue:something-else"), 403);
    }

    @Test
    void anOperatorLearnsNothing() {
        assertRefused(Tokens.operator("olav"), 403);
    }

    @Test
    void aClinicWithTheScopeLearnsNothing() {
        assertRefused(Tokens.clientSystem("100100673", "brevdue:contact-points.read"), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"letters\":",
                "{\"letters\":[{\"alias\":\"not-an-alias\"}],\"purpose\":\"letter-notification\"}",
                "{\"purpose\":\"letter-notification\"}",
                "{\"letters\":[],\"purpose\":\"letter-notification\"}",
                "{\"letters\":[null],\"purpose\":\"letter-notification\"}",
                "{\"letters\":[{}],\"purpose\":\"letter-notification\"}",
                "{\"letters\":[{\"alias\":\"00000000-0000-8000-8000-000000000001\"}]}",
                "{\"letters\":[{\"alias\":\"00000000-0000-8000-8000-000000000001\"}],\"purpose\":\"because-i-can\"}",
                "{\"letters\":[{\"alias\":\"00000000-0000-8000-8000-000000000001\"}],\"purpose\":\"letter-notification\",\"more\":1}",
                "null",
                ""
            })
    void aMalformedLookupIsTheCallersFault(String body) {
        given().auth()
                .oauth2(notification())
                .contentType("application/json")
                .body(body)
                .post("/v1/contact-points/lookups")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private UUID reachable(String number, OffsetDateTime emailAt, OffsetDateTime mobileAt) {
        Registers.know(number, "1985-03-14");
        Registers.reachable(number, "somebody@example.no", emailAt, "+4791234567", mobileAt);
        return letters.register(number).alias();
    }

    private PersonRegistered registered(UUID alias) {
        return facts.published(PersonRegistered.class).stream()
                .filter(fact -> fact.alias().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse lookUp(UUID alias) {
        return lookUp(alias, notification());
    }

    private static ValidatableResponse lookUp(UUID alias, String token) {
        return lookUp(List.of(alias), token).rootPath("answers[0].contact");
    }

    private static ValidatableResponse lookUp(List<UUID> aliases, String token) {
        List<Map<String, UUID>> asked =
                aliases.stream().map(alias -> Map.of("alias", alias)).toList();
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("letters", asked, "purpose", "letter-notification"))
                .post("/v1/contact-points/lookups")
                .then();
    }

    private static void assertRefused(Tokens token, int status) {
        ValidatableResponse unused =
                lookUp(UUID.randomUUID(), token.sign()).statusCode(status).contentType("application/problem+json");
    }

    private static String notification() {
        return Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                .sign();
    }
}
