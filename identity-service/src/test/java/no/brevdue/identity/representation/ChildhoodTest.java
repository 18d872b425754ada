package no.brevdue.identity.representation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.identity.Mail;
import no.brevdue.identity.Registers;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import static no.brevdue.identity.representation.Household.CLINIC;
import static no.brevdue.identity.representation.Household.OTHER_CLINIC;
import static no.brevdue.identity.representation.Household.TODAY;
import static no.brevdue.identity.representation.Household.adult;
import static no.brevdue.identity.representation.Household.clinic;
import static no.brevdue.identity.representation.Household.me;
import static no.brevdue.identity.representation.Household.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** What parents, children and clinics say of a child, and the plan that follows. The business day is 5 January 2026. */
@QuarkusTest
class ChildhoodTest {

    @Inject
    Household household;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    GroundRepository grounds;

    @Inject
    ObjectionJob objections;

    @Inject
    WarningJob warnings;

    @Inject
    Mail mail;

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

        PersonRegistered child = household.child(born, mother);

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
        PersonRegistered child = household.child(number, TODAY.minusYears(12).plusDays(30), mother);
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
        assertThat(household.plan(child, 2))
                .isEqualTo(ReadingPlan.alone(child.facts().plan().readsOwnFrom()));
        clinic(OTHER_CLINIC)
                .delete("/v1/care/disclosure-blocks/" + block)
                .then()
                .statusCode(404);
        clinic(CLINIC).delete("/v1/care/disclosure-blocks/" + block).then().statusCode(204);
        assertThat(household.plan(child, 3)).isEqualTo(child.facts().plan());
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
        PersonRegistered child = household.child(born, mother);

        consent(mother, child.personId()).statusCode(204);
        consent(mother, child.personId()).statusCode(204);

        assertThat(household.plan(child, 2).readsOwnFrom()).isEqualTo(TODAY);
        me(mother)
                .delete("/v1/me/children/{child}/login-consent", child.personId())
                .then()
                .statusCode(204);
        assertThat(household.plan(child, 3).readsOwnFrom()).isEqualTo(born.plusYears(16));
        consent(household.adultWithALetter(), child.personId()).statusCode(404);
    }

    @Test
    void aChildsObjectionHidesAtOnceAndTheClinicDecides() {
        String mother = adult();
        String number = number();
        PersonRegistered child = household.child(number, TODAY.minusYears(14), mother);

        String rejected = object(number);

        assertThat(household.plan(child, 2).representations()).isEmpty();
        clinic(CLINIC)
                .get("/v1/care/objections")
                .then()
                .statusCode(200)
                .body("find { it.objectionId == '" + rejected + "' }.patient", equalTo(number))
                .body("find { it.objectionId == '" + rejected + "' }.decideBefore", equalTo("2026-01-19T09:00:00Z"));
        clinic(OTHER_CLINIC).get("/v1/care/objections").then().body("objectionId", not(hasItem(rejected)));
        decide(OTHER_CLINIC, rejected, true).statusCode(404);
        decide(CLINIC, rejected, false).statusCode(204);
        assertThat(household.plan(child, 3)).isEqualTo(child.facts().plan());
        String upheld = object(number);
        decide(CLINIC, upheld, true).statusCode(204);
        assertThat(household.plan(child, 4).representations()).isEmpty();
        me(household.adultWithALetter())
                .body(Map.of("organization", CLINIC))
                .post("/v1/me/objections")
                .then()
                .statusCode(409);
    }

    @Test
    void anObjectionThatNobodyDecidesGoesOnHidingAndIsLookedAtAgain() {
        String number = number();
        PersonRegistered child = household.child(number, TODAY.minusYears(14), adult());
        UUID objection = UUID.fromString(object(number));

        clock.advance(Duration.ofDays(15));
        boolean more = objections.run();

        assertThat(more).isFalse();
        assertThat(database.asWorker(tx -> grounds.find(tx, objection))
                        .orElseThrow()
                        .dueAt())
                .isAfter(clock.instant());
        assertThat(household.plan(child, 2).representations()).isEmpty();
    }

    @Test
    void whoeverHidesRepresentsNobodyUntilTheyShowThemselvesAgain() {
        String mother = adult();
        PersonRegistered child = household.child(TODAY.minusYears(8), mother);

        me(mother).post("/v1/me/deactivation").then().statusCode(204);

        assertThat(household.plan(child, 2).representations()).isEmpty();
        me(mother).get("/v1/me/representations").then().statusCode(409);
        me(mother).delete("/v1/me/deactivation").then().statusCode(204);
        assertThat(household.plan(child, 3)).isEqualTo(child.facts().plan());
    }

    @Test
    void theFamilyIsToldWeeksAheadOnceAndOfNothingThatABlockHides() {
        String mother = adult();
        String address = "mother-" + UUID.randomUUID() + "@example.no";
        OffsetDateTime recently = clock.instant().atOffset(ZoneOffset.UTC);
        Registers.reachable(mother, address, recently, "+4791234567", recently);
        String blocked = number();
        clinic(CLINIC)
                .body(Map.of("nationalIdentityNumber", blocked, "purpose", "CHILD_PROTECTION"))
                .post("/v1/care/disclosure-blocks")
                .then()
                .statusCode(201);
        PersonRegistered hidden = household.child(blocked, TODAY.minusYears(12).plusDays(20), mother);
        PersonRegistered child = household.child(TODAY.minusYears(12).plusWeeks(8), mother);
        lookForWarnings();
        assertThat(warned(child)).isEmpty();

        clock.advance(Duration.ofDays(15));
        lookForWarnings();
        lookForWarnings();

        assertThat(mail.to(address).hasCode()).isFalse();
        assertThat(warned(child)).containsExactly(TODAY.plusWeeks(8));
        assertThat(warned(hidden)).isEmpty();
    }

    private void lookForWarnings() {
        boolean more = true;
        while (more) {
            more = warnings.run();
        }
    }

    private List<LocalDate> warned(PersonRegistered person) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select changes_on from change_warning where person_id = :person")
                .bind("person", person.personId())
                .mapTo(LocalDate.class)
                .list());
    }

    @Test
    void aClinicLearnsWhatABirthdayChangesAndNotWhoActs() {
        String known = number();
        PersonRegistered unused = household.child(known, TODAY.minusYears(12).plusDays(10), adult());

        changes(known)
                .body("$", hasSize(1))
                .body("[0].on", equalTo("2026-01-15"))
                .body("[0].what", equalTo("UNMARKED_LETTERS_HAVE_NO_READER"));
        changes(adult()).body("$", empty());
    }

    private Representation parent(String mother, RepresentationExtent extent, LocalDate from, LocalDate until) {
        return new Representation(
                household.alias(mother), RepresentationKind.PARENT, extent, RepresentationScope.ACT, from, until);
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

    private static ValidatableResponse changes(String person) {
        return clinic(CLINIC)
                .body(Map.of("nationalIdentityNumber", person, "purpose", "TREATMENT"))
                .post("/v1/care/coming-changes")
                .then()
                .statusCode(200);
    }
}
