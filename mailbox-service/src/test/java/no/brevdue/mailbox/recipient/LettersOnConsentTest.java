package no.brevdue.mailbox.recipient;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.AccessRestricted;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentRefused;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared.PurposeBasis;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.mailbox.v1.DecisionsApplied;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.DriftFound;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.outbox.Shard;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Letters of a clinic that writes on the ground of consent, and what people have decided about them. */
@QuarkusTest
class LettersOnConsentTest {

    private static final String CONSENT_CLINIC = "100200309";
    private static final String GP_OFFICE = "100200406";
    private static final Instant LATER = TestClock.START.plus(Duration.ofDays(400));

    private static final PersonFacts DEAD = new PersonFacts(
            People.ADULT.birthDate(), true, false, false, true, true, People.ADULT.language(), People.ADULT.plan());

    private final People people;
    private final Facts facts;
    private final Database database;
    private final DecisionRepository decisions;

    LettersOnConsentTest(People people, Facts facts, Database database, DecisionRepository decisions) {
        this.people = people;
        this.facts = facts;
        this.database = database;
        this.decisions = decisions;
    }

    @BeforeEach
    void theClinicWritesOnConsent() {
        facts.publish(
                new LegalBasisDeclared(CONSENT_CLINIC, 1, List.of(new PurposeBasis("letters", LegalBasis.CONSENT))));
        await().until(() -> database.asWorker(
                tx -> decisions.onConsent(tx, List.of(CONSENT_CLINIC)).contains(CONSENT_CLINIC)));
    }

    @Test
    void aLetterWaitsForTheConsentAndIsPublishedOnceItIsGiven() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = send(kari);

        await().untilAsserted(() -> {
            assertThat(state(message)).isEqualTo("HELD");
            assertThat(reason(message)).isEqualTo("AWAITING_CONSENT");
        });
        await().untilAsserted(() -> assertThat(facts.published(DeliveryHeld.class))
                .filteredOn(fact -> fact.messageId().toString().equals(message))
                .last()
                .satisfies(fact -> {
                    assertThat(fact.reason()).isEqualTo(HoldReason.AWAITING_CONSENT);
                    assertThat(fact.alias()).isEqualTo(people.alias(kari));
                    assertThat(fact.sender()).isEqualTo(CONSENT_CLINIC);
                    assertThat(Mail.unread(fact.deliveryId().toString()).getMap(""))
                            .isEqualTo(Map.of("unread", false, "awaitsConsent", true));
                }));
        facts.publishTwice(granted(kari, 2));
        await().untilAsserted(() -> assertThat(state(message)).isEqualTo("PUBLISHED"));
        await().untilAsserted(() -> assertThat(facts.published(DecisionsApplied.class))
                .filteredOn(fact -> fact.alias().equals(people.alias(kari)) && fact.version() == 2)
                .hasSize(1));
    }

    @Test
    void afterAWithdrawalTheUnopenedFallsBackTheOpenedStaysAndNothingBringsItBack() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        facts.publish(granted(kari, 2));
        String opened = send(kari);
        await().untilAsserted(() -> assertThat(state(opened)).isEqualTo("PUBLISHED"));
        String openedLetter = letter(opened);
        person(kari).post("/v1/me/letters/" + openedLetter + "/openings").then().statusCode(200);
        String unopened = send(kari);
        await().untilAsserted(() -> assertThat(state(unopened)).isEqualTo("PUBLISHED"));

        facts.publish(withdrawn(kari, 3));

        await().untilAsserted(() -> {
            assertThat(status(unopened).getString("deliveries[0].delivery.fallback"))
                    .isEqualTo("ORDERED");
            assertThat(reason(unopened)).isEqualTo("NO_CONSENT");
        });
        facts.publish(granted(kari, 2));
        facts.publish(granted(kari, 1));
        String late = send(kari);
        await().untilAsserted(() -> assertThat(reason(late)).isEqualTo("NO_CONSENT"));
        person(kari).post("/v1/me/letters/" + openedLetter + "/openings").then().statusCode(200);
        assertThat(status(opened).getString("deliveries[0].delivery.fallback")).isEqualTo("NONE");
    }

    @Test
    void aWithdrawalEndsWhatAPowerOfAttorneyOpensAndLeavesTheLettersOfALawClinic() {
        UUID karisId = UUID.randomUUID();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        NationalIdentityNumber kari = people.stranger();
        people.restate(karisId, 1, kari, People.represented(People.powerOf(people.alias(ola))));
        people.acceptsTerms(kari);
        facts.publish(granted(kari, 2));
        String onConsent = send(kari);
        String byLaw = Mail.send(letterTo(kari)).statusCode(201).extract().path("messageId");
        await().untilAsserted(
                        () -> asProxy(ola, karisId).get("/v1/me/letters").then().body("letters", hasSize(2)));
        String letter = letter(onConsent);
        asProxy(ola, karisId)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(200);

        facts.publish(withdrawn(kari, 3));

        await().untilAsserted(() -> asProxy(ola, karisId)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(404));
        asProxy(ola, karisId).get("/v1/me/letters/" + letter).then().statusCode(404);
        asProxy(ola, karisId).get("/v1/me/letters").then().body("letters", hasSize(1));
        String lawful = Mail.status(byLaw).getString("deliveries[0].delivery.deliveryId");
        asProxy(ola, karisId)
                .post("/v1/me/letters/" + lawful + "/openings")
                .then()
                .statusCode(200);
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);

        // Version 4 is missing: it may have been anything.
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 5, DeniedKind.ORGANIZATION, CONSENT_CLINIC));
        await().untilAsserted(() -> asProxy(ola, karisId)
                .post("/v1/me/letters/" + lawful + "/openings")
                .then()
                .statusCode(503)
                .body("code", equalTo("BD-1326")));
        person(kari).post("/v1/me/letters/" + lawful + "/openings").then().statusCode(200);
    }

    @Test
    void aLetterRestsOnTheGroundItWasPublishedOnWhateverItsSenderDeclaresLater() {
        String clinic = "100200511";
        declares(clinic, 1, LegalBasis.LAW);
        UUID karisId = UUID.randomUUID();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        NationalIdentityNumber kari = people.stranger();
        people.restate(karisId, 1, kari, People.represented(People.powerOf(people.alias(ola))));
        people.acceptsTerms(kari);
        String byLaw = post(clinic, letterTo(kari));
        await().untilAsserted(
                        () -> asProxy(ola, karisId).get("/v1/me/letters").then().body("letters", hasSize(1)));
        declares(clinic, 2, LegalBasis.CONSENT);
        facts.publish(new ConsentGranted(people.alias(kari), 2, UUID.randomUUID(), clinic, "letters", LATER));
        String byConsent = post(clinic, letterTo(kari));
        await().untilAsserted(
                        () -> asProxy(ola, karisId).get("/v1/me/letters").then().body("letters", hasSize(2)));

        facts.publish(new ConsentWithdrawn(people.alias(kari), 3, UUID.randomUUID(), clinic, "letters"));

        await().untilAsserted(() -> assertThat(status(clinic, byConsent).getString("deliveries[0].delivery.reason"))
                .isEqualTo("NO_CONSENT"));
        assertThat(status(clinic, byLaw).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("NONE");
        List<String> readable = List.of(status(clinic, byLaw).getString("deliveries[0].delivery.deliveryId"));
        asProxy(ola, karisId).get("/v1/me/letters").then().body("letters.letterId", equalTo(readable));
        declares(clinic, 3, LegalBasis.LAW);
        asProxy(ola, karisId).get("/v1/me/letters").then().body("letters.letterId", equalTo(readable));
        String ended = status(clinic, byConsent).getString("deliveries[0].delivery.deliveryId");
        asProxy(ola, karisId)
                .post("/v1/me/letters/" + ended + "/openings")
                .then()
                .statusCode(404);
    }

    @Test
    void aWithdrawalDoesNotEndThePauseOfADeath() {
        UUID karisId = UUID.randomUUID();
        NationalIdentityNumber kari = people.stranger();
        people.sourcesAreAlive();
        people.restate(karisId, 1, kari, People.ADULT);
        people.acceptsTerms(kari);
        facts.publish(granted(kari, 2));
        String message = send(kari);
        await().untilAsserted(() -> assertThat(state(message)).isEqualTo("PUBLISHED"));
        people.restate(karisId, 2, kari, DEAD);
        await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("REPORTED_DEAD"));
        String until = status(message).getString("deliveries[0].delivery.nextDeadline");

        facts.publish(withdrawn(kari, 3));

        applied(kari, 3);
        assertThat(status(message).getString("deliveries[0].delivery.nextDeadline"))
                .isEqualTo(until);
        assertThat(state(message)).isEqualTo("PUBLISHED");
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("NONE");
    }

    @Test
    void aRefusalFallsBackAndALawClinicIsNotConcerned() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String waiting = send(kari);
        await().untilAsserted(() -> assertThat(reason(waiting)).isEqualTo("AWAITING_CONSENT"));

        facts.publish(new ConsentRefused(people.alias(kari), 2, UUID.randomUUID(), CONSENT_CLINIC, "letters"));

        await().untilAsserted(() -> assertThat(reason(waiting)).isEqualTo("NO_CONSENT"));
        String byLaw = Mail.send(letterTo(kari)).statusCode(201).extract().path("messageId");
        await().untilAsserted(() -> assertThat(Mail.status(byLaw).getString("deliveries[0].delivery.state"))
                .isEqualTo("PUBLISHED"));
    }

    @Test
    void inDoubtNothingIsPublishedNobodyReadsForAnotherAndOwnLettersStayReadable() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        facts.publish(granted(kari, 2));
        String before = sendWithCopy(kari);
        await().untilAsserted(() -> assertThat(state(before)).isEqualTo("PUBLISHED"));
        String copy = await().until(() -> copyOf(before), id -> id != null);

        // Version 3 is missing: it may have been a withdrawal.
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 4, DeniedKind.ORGANIZATION, CONSENT_CLINIC));
        await().untilAsserted(() -> clinic(GP_OFFICE)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(503)
                .body("code", equalTo("BD-1326")));
        String doubtful = send(kari);
        await().untilAsserted(() -> assertThat(facts.published(DeliveryHeld.class))
                .anyMatch(fact ->
                        fact.messageId().toString().equals(doubtful) && fact.reason() == HoldReason.SYSTEM_DOUBT));
        person(kari)
                .post("/v1/me/letters/" + letter(before) + "/openings")
                .then()
                .statusCode(200);

        facts.publish(restated(kari, 4, ConsentState.GRANTED));
        await().untilAsserted(() -> assertThat(state(doubtful)).isEqualTo("PUBLISHED"));
        clinic(GP_OFFICE)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(200);
    }

    @Test
    void aDecisionThatCannotBeReadLeavesThePersonInDoubtUntilAllIsSaidAgain() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        applied(kari, 1);

        facts.publishRubbish(Topic.CONSENT_EVENTS, people.alias(kari).toString());
        facts.publish(granted(kari, 2));
        String doubtful = send(kari);

        await().untilAsserted(() -> assertThat(facts.published(DeliveryHeld.class))
                .anyMatch(fact ->
                        fact.messageId().toString().equals(doubtful) && fact.reason() == HoldReason.SYSTEM_DOUBT));
        facts.publish(restated(kari, 3, ConsentState.WITHDRAWN));
        await().untilAsserted(() -> assertThat(reason(doubtful)).isEqualTo("NO_CONSENT"));
    }

    @Test
    void whoeverIsDeniedSeesNoCopyAndTheSenderSeesNoDifference() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        facts.publish(granted(kari, 2));
        String message = sendWithCopy(kari);
        String copy = await().until(() -> copyOf(message), id -> id != null);

        facts.publish(new AccessRestricted(people.alias(kari), 3, DeniedKind.ORGANIZATION, GP_OFFICE));

        await().untilAsserted(() -> clinic(GP_OFFICE)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(404));
        assertThat(copyOf(message)).isNull();
        assertThat(status(message).getString("deliveries[1].delivery.state")).isEqualTo("PUBLISHED");
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 4, DeniedKind.ORGANIZATION, GP_OFFICE));
        await().untilAsserted(() -> assertThat(copyOf(message)).isEqualTo(copy));
    }

    @Test
    void aCopyAsksWhereNothingOfThePersonsOwnDoes() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        NationalIdentityNumber reserved = people.stranger();
        LocalDate born = LocalDate.of(1980, 4, 12);
        people.restate(
                UUID.randomUUID(),
                1,
                reserved,
                new PersonFacts(
                        born, false, false, true, false, false, Language.NB, ReadingPlan.alone(born.plusYears(16))));

        String both = sendWithCopy(kari);
        String copyAlone = sendWithCopy(reserved);

        await().untilAsserted(() -> assertThat(held(both)).hasSize(2));
        assertThat(held(both)).extracting(DeliveryHeld::alias).containsExactlyInAnyOrder(people.alias(kari), null);
        await().untilAsserted(() ->
                assertThat(held(copyAlone)).extracting(DeliveryHeld::alias).containsExactly(people.alias(reserved)));
    }

    private List<DeliveryHeld> held(String message) {
        return facts.published(DeliveryHeld.class).stream()
                .filter(fact -> fact.messageId().toString().equals(message))
                .filter(fact -> fact.reason() == HoldReason.AWAITING_CONSENT)
                .toList();
    }

    @Test
    void aSourceThatHasForgottenLeavesThePersonInDoubtUntilItKnowsAsMuch() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        facts.publish(granted(kari, 2));
        String copied = sendWithCopy(kari);
        String copy = await().until(() -> copyOf(copied), id -> id != null);
        int shard = Shard.of(people.alias(kari).toString());
        facts.publish(restated(kari, 1, ConsentState.GRANTED));
        facts.publish(Topic.CONSENT_EVENTS, "consent", new DecisionsCounted(shard, 1, 2_000_000, 1), shard, 0);

        facts.publish(restated(kari, 1, ConsentState.GRANTED));

        await().untilAsserted(() -> clinic(GP_OFFICE)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(503)
                .body("code", equalTo("BD-1326")));
        facts.publish(restated(kari, 2, ConsentState.GRANTED));
        await().untilAsserted(() -> clinic(GP_OFFICE)
                .post("/v1/organization/letters/" + copy + "/fetches")
                .then()
                .statusCode(200));
    }

    @Test
    void whoCountsOtherwiseThanTheSourceSaysSo() {
        int before = facts.published(DriftFound.class).size();

        facts.publish(Topic.CONSENT_EVENTS, "consent", new DecisionsCounted(5, 1, 1_000_000, 2_000_000), 5, 0);

        await().untilAsserted(() -> assertThat(facts.published(DriftFound.class))
                .hasSizeGreaterThan(before)
                .last()
                .isEqualTo(new DriftFound(5, 1)));
    }

    private void declares(String clinic, long version, LegalBasis basis) {
        facts.publish(new LegalBasisDeclared(clinic, version, List.of(new PurposeBasis("letters", basis))));
        await().until(() -> database.asWorker(
                tx -> decisions.onConsent(tx, List.of(clinic)).contains(clinic) == (basis == LegalBasis.CONSENT)));
    }

    private ConsentGranted granted(NationalIdentityNumber who, long version) {
        return new ConsentGranted(people.alias(who), version, UUID.randomUUID(), CONSENT_CLINIC, "letters", LATER);
    }

    private ConsentWithdrawn withdrawn(NationalIdentityNumber who, long version) {
        return new ConsentWithdrawn(people.alias(who), version, UUID.randomUUID(), CONSENT_CLINIC, "letters");
    }

    private PersonDecisionsRestated restated(NationalIdentityNumber who, long version, ConsentState state) {
        Standing letters = new Standing(
                UUID.randomUUID(), CONSENT_CLINIC, "letters", state, state == ConsentState.GRANTED ? LATER : null);
        return new PersonDecisionsRestated(people.alias(who), version, List.of(letters), List.of(), "terms-of-use", 1L);
    }

    private void applied(NationalIdentityNumber who, long version) {
        await().untilAsserted(() -> assertThat(facts.published(DecisionsApplied.class))
                .anyMatch(one -> one.alias().equals(people.alias(who)) && one.version() == version));
    }

    private static RequestSpecification asProxy(NationalIdentityNumber reader, UUID person) {
        return person(reader).header("Brevdue-On-Behalf-Of", person);
    }

    private static String send(NationalIdentityNumber to) {
        return post(letterTo(to));
    }

    private static String sendWithCopy(NationalIdentityNumber to) {
        return post(with(letterTo(to), "copies", List.of(Map.of("organization", GP_OFFICE))));
    }

    private static String post(Map<String, Object> letter) {
        return post(CONSENT_CLINIC, letter);
    }

    private static String post(String clinic, Map<String, Object> letter) {
        return clinic(clinic)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(letter)
                .post("/v1/sender/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("messageId");
    }

    private static JsonPath status(String message) {
        return status(CONSENT_CLINIC, message);
    }

    private static JsonPath status(String clinic, String message) {
        return clinic(clinic)
                .get("/v1/sender/messages/" + message)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String state(String message) {
        return status(message).getString("deliveries[0].delivery.state");
    }

    private static String reason(String message) {
        return status(message).getString("deliveries[0].delivery.reason");
    }

    private static String letter(String message) {
        return status(message).getString("deliveries[0].delivery.deliveryId");
    }

    private static @Nullable String copyOf(String message) {
        String copy = status(message).getString("deliveries[1].delivery.deliveryId");
        List<String> seen = clinic(GP_OFFICE)
                .get("/v1/organization/letters?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("copies.letterId");
        return seen.contains(copy) ? copy : null;
    }
}
