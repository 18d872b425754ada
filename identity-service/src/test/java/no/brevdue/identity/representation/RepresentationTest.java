package no.brevdue.identity.representation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** Each act, and the plan that follows from it. The business day is 5 January 2026. */
@QuarkusTest
class RepresentationTest {

    private static final AtomicInteger NEXT = new AtomicInteger(2000);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final String CLINIC = "100100673";
    private static final String OTHER_CLINIC = "100100681";

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    GroundRepository grounds;

    @Inject
    ObjectionJob objections;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void theFirstFactAboutAChildSaysAlreadyWhoReads() {
        LocalDate born = LocalDate.of(2016, 2, 29);
        String mother = adult();

        PersonRegistered child = child(born, mother);

        assertThat(child.version()).isEqualTo(1);
        assertThat(child.facts().plan())
                .isEqualTo(new ReadingPlan(
                        LocalDate.of(2032, 2, 29),
                        List.of(
                                parent(mother, RepresentationExtent.ALL, born, LocalDate.of(2028, 2, 29)),
                                parent(
                                        mother,
                                        RepresentationExtent.MARKED_VISIBLE,
                                        LocalDate.of(2028, 2, 29),
                                        LocalDate.of(2032, 2, 29)))));
        me(mother)
                .get("/v1/me/representations")
                .then()
                .statusCode(200)
                .body("actsFor.personId", hasItem(child.personId().toString()))
                .body("actsFor[0].kind", equalTo("PARENT"))
                .body("actsFor[0].until", equalTo("2028-02-29"))
                .body("actsForMe", empty())
                .body("changes", empty());
    }

    @Test
    void aBlockIsAsIfThereWereNoChildAndLiftedEverythingIsAsBefore() {
        String mother = adult();
        String number = number();
        PersonRegistered child = child(number, TODAY.minusYears(12).plusDays(30), mother);
        me(mother)
                .get("/v1/me/representations")
                .then()
                .body("actsFor", hasSize(2))
                .body("changes", hasSize(1));

        String block = clinic(CLINIC)
                .body(Map.of("nationalIdentityNumber", number, "purpose", "CHILD_PROTECTION"))
                .post("/v1/care/disclosure-blocks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        me(mother).get("/v1/me/representations").then().body("actsFor", empty()).body("changes", empty());
        String hidden =
                consent(mother, child.personId()).statusCode(404).extract().path("code");
        String never =
                consent(mother, UUID.randomUUID()).statusCode(404).extract().path("code");
        assertThat(hidden).isEqualTo(never);
        assertThat(plan(child, 2))
                .isEqualTo(ReadingPlan.alone(child.facts().plan().readsOwnFrom()));
        clinic(OTHER_CLINIC)
                .delete("/v1/care/disclosure-blocks/" + block)
                .then()
                .statusCode(404);
        clinic(CLINIC).delete("/v1/care/disclosure-blocks/" + block).then().statusCode(204);
        assertThat(plan(child, 3)).isEqualTo(child.facts().plan());
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> child.alias().equals(entry.subject()))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("disclosure-blocked");
                    assertThat(entry.purpose()).isEqualTo("child-protection");
                    assertThat(entry.organization()).isEqualTo(CLINIC);
                }));
    }

    @Test
    void aChildOfThirteenReadsWithAParentsConsentUntilThatIsTakenBack() {
        String mother = adult();
        LocalDate born = TODAY.minusYears(14);
        PersonRegistered child = child(born, mother);

        consent(mother, child.personId()).statusCode(204);
        consent(mother, child.personId()).statusCode(204);

        assertThat(plan(child, 2).readsOwnFrom()).isEqualTo(TODAY);
        me(mother)
                .delete("/v1/me/children/{child}/login-consent", child.personId())
                .then()
                .statusCode(204);
        assertThat(plan(child, 3).readsOwnFrom()).isEqualTo(born.plusYears(16));
        consent(adultWithALetter(), child.personId()).statusCode(404);
    }

    @Test
    void aChildsObjectionHidesAtOnceAndTheClinicDecides() {
        String mother = adult();
        String number = number();
        PersonRegistered child = child(number, TODAY.minusYears(14), mother);

        String rejected = object(number);

        assertThat(plan(child, 2).representations()).isEmpty();
        clinic(CLINIC)
                .get("/v1/care/objections")
                .then()
                .statusCode(200)
                .body("find { it.objectionId == '" + rejected + "' }.patient", equalTo(number))
                .body("find { it.objectionId == '" + rejected + "' }.decideBefore", equalTo("2026-01-19T09:00:00Z"));
        clinic(OTHER_CLINIC).get("/v1/care/objections").then().body("objectionId", not(hasItem(rejected)));
        decide(OTHER_CLINIC, rejected, true).statusCode(404);
        decide(CLINIC, rejected, false).statusCode(204);
        assertThat(plan(child, 3)).isEqualTo(child.facts().plan());
        String upheld = object(number);
        decide(CLINIC, upheld, true).statusCode(204);
        assertThat(plan(child, 4).representations()).isEmpty();
        me(adultWithALetter())
                .body(Map.of("organization", CLINIC))
                .post("/v1/me/objections")
                .then()
                .statusCode(409);
    }

    @Test
    void anObjectionThatNobodyDecidesGoesOnHidingAndIsLookedAtAgain() {
        String number = number();
        PersonRegistered child = child(number, TODAY.minusYears(14), adult());
        UUID objection = UUID.fromString(object(number));

        clock.advance(Duration.ofDays(15));
        boolean more = objections.run();

        assertThat(more).isFalse();
        assertThat(database.asWorker(tx -> grounds.find(tx, objection))
                        .orElseThrow()
                        .dueAt())
                .isAfter(clock.instant());
        assertThat(plan(child, 2).representations()).isEmpty();
    }

    @Test
    void eitherEndsAPowerOfAttorney() {
        String giver = adultWithALetter();
        String receiver = adultWithALetter();
        String power =
                give(giver, receiver, "2026-07-01").statusCode(201).extract().path("powerOfAttorneyId");

        me(receiver)
                .get("/v1/me/representations")
                .then()
                .body("actsFor[0].kind", equalTo("POWER_OF_ATTORNEY"))
                .body("actsFor[0].scope", equalTo("READ"))
                .body("actsFor[0].from", equalTo("2026-01-05"))
                .body("actsFor[0].until", equalTo("2026-07-01"))
                .body("powersOfAttorney[0].given", equalTo(false));
        me(giver).get("/v1/me/representations").then().body("actsForMe[0].kind", equalTo("POWER_OF_ATTORNEY"));
        me(adultWithALetter())
                .delete("/v1/me/powers-of-attorney/" + power)
                .then()
                .statusCode(404);
        me(receiver).delete("/v1/me/powers-of-attorney/" + power).then().statusCode(204);

        me(receiver)
                .get("/v1/me/representations")
                .then()
                .body("actsFor", empty())
                .body("powersOfAttorney", empty());
        me(giver).delete("/v1/me/powers-of-attorney/" + power).then().statusCode(404);
        String again =
                give(giver, receiver, "2026-07-01").statusCode(201).extract().path("powerOfAttorneyId");
        me(giver).delete("/v1/me/powers-of-attorney/" + again).then().statusCode(204);
        me(giver).get("/v1/me/representations").then().body("actsForMe", empty());
    }

    @Test
    void bothAreWarnedWeeksBeforeAPowerOfAttorneyEnds() {
        String giver = adultWithALetter();
        String receiver = adultWithALetter();
        ValidatableResponse unused = give(giver, receiver, "2026-02-01").statusCode(201);

        me(giver)
                .get("/v1/me/representations")
                .then()
                .body("changes[0].what", equalTo("POWER_OF_ATTORNEY_ENDS"))
                .body("changes[0].on", equalTo("2026-02-01"));
        me(receiver).get("/v1/me/representations").then().body("changes.what", hasItem("YOU_SEE_NO_LETTERS"));
    }

    @Test
    void whoeverIsUnknownGetsAPowerOfAttorneyLikeAnybodyAndActsOnceKnown() {
        String giver = adultWithALetter();
        String receiver = adult();

        give(giver, receiver, null).statusCode(201);

        me(giver).get("/v1/me/representations").then().body("actsForMe", empty());
        PersonRegistered known = letters.register(receiver);
        await().untilAsserted(() -> me(giver)
                .get("/v1/me/representations")
                .then()
                .body("actsForMe.personId", hasItem(known.personId().toString())));
    }

    @Test
    void whatCannotBeAPowerOfAttorneyIsNone() {
        String giver = adultWithALetter();
        String child = number();
        PersonRegistered unused = child(child, TODAY.minusYears(15), adult());

        give(giver, giver, null).statusCode(400).body("code", equalTo("BD-1153"));
        give(giver, adult(), "2026-01-05").statusCode(400).body("code", equalTo("BD-1152"));
        give(child, adult(), null).statusCode(403).body("code", equalTo("BD-1151"));
    }

    @Test
    void aGuardianActsFromTheDayACertificateIsRecordedAndAsLongAsItHolds() {
        String guardian = adult();
        String ward = adult();
        Registers.guardian(ward, guardian, "Adult", "PersonalInterests");
        PersonRegistered known = letters.register(ward);
        assertThat(known.facts().plan().representations()).isEmpty();

        String certificate = certify(ward, null).statusCode(201).extract().path("id");

        assertThat(plan(known, 2).representations())
                .containsExactly(new Representation(
                        letters.alias(guardian),
                        RepresentationKind.GUARDIAN,
                        RepresentationExtent.ALL,
                        RepresentationScope.ACT,
                        TODAY,
                        LocalDate.of(2027, 1, 5)));
        clinic(CLINIC).delete("/v1/care/certificates/" + certificate).then().statusCode(204);
        assertThat(plan(known, 3).representations()).isEmpty();
        String kin = adultWithALetter();
        certify(ward, kin).statusCode(201);
        assertThat(plan(known, 4).representations())
                .extracting(Representation::kind)
                .containsExactly(RepresentationKind.NEXT_OF_KIN);
    }

    @Test
    void whoeverHidesRepresentsNobodyUntilTheyShowThemselvesAgain() {
        String mother = adult();
        PersonRegistered child = child(TODAY.minusYears(8), mother);

        me(mother).post("/v1/me/deactivation").then().statusCode(204);

        assertThat(plan(child, 2).representations()).isEmpty();
        me(mother).get("/v1/me/representations").then().statusCode(409);
        me(mother).delete("/v1/me/deactivation").then().statusCode(204);
        assertThat(plan(child, 3)).isEqualTo(child.facts().plan());
    }

    @Test
    void aClinicLearnsWhatABirthdayChangesAndNotWhoActs() {
        String known = number();
        PersonRegistered unused = child(known, TODAY.minusYears(12).plusDays(10), adult());

        changes(known)
                .body("$", hasSize(1))
                .body("[0].on", equalTo("2026-01-15"))
                .body("[0].what", equalTo("UNMARKED_LETTERS_HAVE_NO_READER"));
        changes(adult()).body("$", empty());
    }

    private PersonRegistered child(LocalDate born, String parent) {
        return child(number(), born, parent);
    }

    private PersonRegistered child(String number, LocalDate born, String parent) {
        Registers.know(number, born.toString());
        Registers.livesAt(number, "home-of-" + parent);
        Registers.livesAt(parent, "home-of-" + parent);
        Registers.responsible(number, parent, "Joint");
        return letters.register(number);
    }

    private static String adult() {
        String number = number();
        Registers.know(number, "1985-03-14");
        return number;
    }

    private String adultWithALetter() {
        String number = adult();
        PersonRegistered unused = letters.register(number);
        return number;
    }

    private static String number() {
        return SyntheticNumbers.person(NEXT.getAndIncrement()).value();
    }

    private Representation parent(String mother, RepresentationExtent extent, LocalDate from, LocalDate until) {
        return new Representation(
                letters.alias(mother), RepresentationKind.PARENT, extent, RepresentationScope.ACT, from, until);
    }

    /** The plan that stands in a version of somebody. */
    private ReadingPlan plan(PersonRegistered person, long version) {
        return await().until(
                        () -> facts.published(PersonRestated.class).stream()
                                .filter(fact -> fact.personId().equals(person.personId()) && fact.version() == version)
                                .toList(),
                        not(empty()))
                .getFirst()
                .facts()
                .plan();
    }

    private static ValidatableResponse consent(String parent, UUID child) {
        return me(parent).put("/v1/me/children/{child}/login-consent", child).then();
    }

    private static String object(String child) {
        return me(child)
                .body(Map.of("organization", CLINIC))
                .post("/v1/me/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("objectionId");
    }

    private static ValidatableResponse decide(String clinic, String objection, boolean upheld) {
        return clinic(clinic)
                .body(Map.of("upheld", upheld))
                .post("/v1/care/objections/{id}/decisions", objection)
                .then();
    }

    private static ValidatableResponse give(String giver, String receiver, @Nullable String until) {
        Map<String, Object> power = new HashMap<>();
        power.put("receiver", Map.of("nationalIdentityNumber", receiver));
        power.put("scope", "READ");
        power.put("until", until);
        return me(giver).body(power).post("/v1/me/powers-of-attorney").then();
    }

    private static ValidatableResponse certify(String person, @Nullable String kin) {
        Map<String, Object> certificate = new HashMap<>();
        certificate.put("nationalIdentityNumber", person);
        certificate.put("nextOfKin", kin);
        certificate.put("from", "2026-01-05");
        certificate.put("until", "2027-01-05");
        certificate.put("purpose", "CAPACITY_ASSESSMENT");
        return clinic(CLINIC).body(certificate).post("/v1/care/certificates").then();
    }

    private static ValidatableResponse changes(String person) {
        return clinic(CLINIC)
                .body(Map.of("nationalIdentityNumber", person, "purpose", "TREATMENT"))
                .post("/v1/care/coming-changes")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification me(String number) {
        return given().auth().oauth2(Tokens.citizen(number).sign()).contentType("application/json");
    }

    private static RequestSpecification clinic(String organization) {
        return given().auth()
                .oauth2(Tokens.clientSystem(organization, "brevdue:representation")
                        .sign())
                .contentType("application/json");
    }
}
