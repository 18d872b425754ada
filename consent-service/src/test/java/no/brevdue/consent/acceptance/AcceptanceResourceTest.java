package no.brevdue.consent.acceptance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class AcceptanceResourceTest {

    private static final String KARI = "20914695016";
    private static final String OLA = "10915596784";
    private static final String AUDITED = "03847012004";
    private static final String CAREFUL = SyntheticNumbers.person(4_900).value();
    private static final String CAREFUL_LATER = SyntheticNumbers.person(4_901).value();
    private static final String NEWCOMER = "11868120098";
    private static final String D_NUMBER = "45858533140";
    private static final String BIRTH_NUMBER = "05858534021";
    private static final PersonFacts PERSON = new PersonFacts(
            LocalDate.of(1946, 9, 20),
            false,
            false,
            false,
            true,
            true,
            Language.NB,
            ReadingPlan.alone(LocalDate.of(1962, 9, 20)));

    private final Facts facts;
    private final Aliases aliases;
    private final NationalIdentityNumbers numbers;
    private final TestClock clock;

    AcceptanceResourceTest(Facts facts, Aliases aliases, NationalIdentityNumbers numbers, TestClock clock) {
        this.facts = facts;
        this.aliases = aliases;
        this.numbers = numbers;
        this.clock = clock;
    }

    @BeforeEach
    void termsAreSeeded() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
    }

    @AfterEach
    void timeGoesBack() {
        clock.set(TestClock.START);
    }

    @Test
    void whoHasAcceptedNothingIsAskedForTheCurrentTerms() {
        as(NEWCOMER)
                .get("/v1/me/terms")
                .then()
                .statusCode(200)
                .body("mustAccept.termsId", equalTo("terms-of-use"))
                .body("mustAccept.version", equalTo(1))
                .body("accepted", empty());
    }

    @Test
    void acceptingTwiceIsOneAcceptance() {
        accept(KARI, 1).statusCode(201).body("acceptedAt", equalTo(TestClock.START.toString()));

        accept(KARI, 1).statusCode(200).body("acceptedAt", equalTo(TestClock.START.toString()));

        as(KARI).get("/v1/me/terms")
                .then()
                .statusCode(200)
                .body("mustAccept", nullValue())
                .body("accepted", hasSize(1))
                .body("accepted[0].version", equalTo(1));
        Awaitility.await()
                .untilAsserted(() -> assertThat(acceptedBy(KARI))
                        .containsExactly(new TermsAccepted(alias(KARI), 1, "terms-of-use", 1, TestClock.START)));
    }

    @Test
    void anAcceptanceStandsInTheAccessLog() {
        accept(AUDITED, 1).statusCode(201);

        Awaitility.await()
                .untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                        .filteredOn(entry -> alias(AUDITED).equals(entry.subject()))
                        .singleElement()
                        .satisfies(entry -> {
                            assertThat(entry.action()).isEqualTo("terms-accepted");
                            assertThat(entry.object()).isEqualTo("terms-of-use/1");
                            assertThat(entry.actor()).isEqualTo(alias(AUDITED).toString());
                        }));
    }

    @Test
    void onlyTheVersionThatAppliesNowCanBeAccepted() {
        accept(NEWCOMER, 2)
                .statusCode(409)
                .body("code", equalTo("BD-1202"))
                .body("detail", containsString("Version 1 of terms-of-use applies now"));

        as(NEWCOMER).get("/v1/me/terms").then().body("accepted", empty());
    }

    @Test
    void aLoginBelowLevelHighAcceptsNothing() {
        given().auth()
                .oauth2(Tokens.citizen(NEWCOMER)
                        .with("acr", "idporten-loa-substantial")
                        .sign())
                .contentType("application/json")
                .body(body(1))
                .post("/v1/me/terms-acceptances")
                .then()
                .statusCode(403)
                .body("code", equalTo("BD-1033"));

        as(NEWCOMER).get("/v1/me/terms").then().body("accepted", empty());
    }

    @Test
    void aRequestWithoutVersionIsTheCallersFault() {
        as(NEWCOMER)
                .contentType("application/json")
                .body("{\"termsId\": \"terms-of-use\", \"language\": \"nb\"}")
                .post("/v1/me/terms-acceptances")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/version"));
    }

    @Test
    void anotherCitizensAcceptanceIsInvisible() {
        accept(OLA, 1).statusCode(201);

        as(NEWCOMER)
                .get("/v1/me/terms")
                .then()
                .body("mustAccept.version", equalTo(1))
                .body("accepted", empty());
    }

    @Test
    void anAcceptanceUnderAnEarlierNumberCountsForThePerson() {
        accept(D_NUMBER, 1).statusCode(201);

        facts.publish(new PersonRestated(UUID.randomUUID(), 3, List.of(alias(D_NUMBER), alias(BIRTH_NUMBER)), PERSON));

        Awaitility.await()
                .untilAsserted(() -> as(BIRTH_NUMBER)
                        .get("/v1/me/terms")
                        .then()
                        .body("mustAccept", nullValue())
                        .body("accepted", hasSize(1)));
        accept(BIRTH_NUMBER, 1).statusCode(200);
        assertThat(acceptedBy(BIRTH_NUMBER)).isEmpty();
    }

    /** Announced for a time that no other test reaches. */
    @Test
    void whatTakesRightsAwayIsToldAndAcceptedExplicitlyOrNotAtAll() {
        accept(CAREFUL, 1).statusCode(201);
        accept(CAREFUL_LATER, 1).statusCode(201);
        List<UUID> bothOfThem = List.of(alias(CAREFUL), alias(CAREFUL_LATER));
        facts.publish(new PersonRestated(UUID.randomUUID(), 3, bothOfThem, PERSON));
        Awaitility.await()
                .untilAsserted(() -> as(CAREFUL).get("/v1/me/terms").then().body("accepted", hasSize(2)));
        Instant effective = TestClock.START.plus(Duration.ofDays(330));
        Map<String, Object> reducing = new HashMap<>(Map.of("documentId", "terms-of-use", "change", "REDUCING"));
        reducing.putAll(Map.of("effectiveAt", effective.toString(), "nb", "# Nye", "nn", "# Nye", "en", "# New"));
        given().auth()
                .oauth2(Tokens.operator("olga").sign())
                .contentType("application/json")
                .body(reducing)
                .post("/v1/operations/document-versions")
                .then()
                .statusCode(200);
        Awaitility.await().untilAsserted(() -> assertThat(told()).containsAnyElementsOf(bothOfThem));
        assertThat(told())
                .doesNotContain(alias(NEWCOMER))
                .filteredOn(bothOfThem::contains)
                .hasSize(1);
        clock.set(effective);

        as(CAREFUL)
                .get("/v1/me/terms")
                .then()
                .body("applies.version", equalTo(1))
                .body("mustAccept", nullValue())
                .body("mayAccept.version", equalTo(2));
        accept(CAREFUL, 2).statusCode(409).body("code", equalTo("BD-1203"));
        as(CAREFUL).get("/v1/me/terms").then().body("accepted", hasSize(2));
        as(CAREFUL)
                .contentType("application/json")
                .body(body(2).replace("}", ", \"givesUpRights\": true}"))
                .post("/v1/me/terms-acceptances")
                .then()
                .statusCode(201);
        as(CAREFUL).get("/v1/me/terms").then().body("applies.version", equalTo(2));
    }

    /** Everybody who is told of a change. */
    private List<UUID> told() {
        return facts.published(ChangeNoticeRequested.class).stream()
                .map(ChangeNoticeRequested::alias)
                .toList();
    }

    private static RequestSpecification as(String number) {
        return given().auth().oauth2(Tokens.citizen(number).sign());
    }

    private static ValidatableResponse accept(String number, int version) {
        return as(number)
                .contentType("application/json")
                .body(body(version))
                .post("/v1/me/terms-acceptances")
                .then();
    }

    private static String body(int version) {
        return "{\"termsId\": \"terms-of-use\", \"version\": %d, \"language\": \"nb\"}".formatted(version);
    }

    private List<TermsAccepted> acceptedBy(String number) {
        return facts.published(TermsAccepted.class).stream()
                .filter(fact -> fact.alias().equals(alias(number)))
                .toList();
    }

    private UUID alias(String number) {
        return aliases.alias(numbers.parse(number));
    }
}
