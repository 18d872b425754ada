package no.brevdue.identity.representation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.identity.Registers;
import no.brevdue.platform.testing.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
import static org.hamcrest.Matchers.nullValue;

/** Powers of attorney, guardians and next of kin. The business day is 5 January 2026. */
@QuarkusTest
class PowerOfAttorneyTest {

    @Inject
    Household household;

    @Inject
    Facts facts;

    @Test
    void eitherEndsAPowerOfAttorney() {
        String giver = named("Ola");
        String receiver = named("Kari");
        String power =
                give(giver, receiver, "2026-07-01").statusCode(201).extract().path("powerOfAttorneyId");

        me(receiver)
                .get("/v1/me/representations")
                .then()
                .body("actsFor[0].kind", equalTo("POWER_OF_ATTORNEY"))
                .body("actsFor[0].name", equalTo("Ola Nordmann"))
                .body("actsFor[0].scope", equalTo("READ"))
                .body("actsFor[0].from", equalTo("2026-01-05"))
                .body("actsFor[0].until", equalTo("2026-07-01"))
                .body("powersOfAttorney[0].given", equalTo(false));
        me(giver)
                .get("/v1/me/representations")
                .then()
                .body("actsForMe[0].kind", equalTo("POWER_OF_ATTORNEY"))
                .body("actsForMe[0].name", nullValue());
        me(household.adultWithALetter())
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
        String giver = household.adultWithALetter();
        String receiver = household.adultWithALetter();
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
        String giver = household.adultWithALetter();
        String receiver = adult();

        give(giver, receiver, null).statusCode(201);

        me(giver).get("/v1/me/representations").then().body("actsForMe", empty());
        PersonRegistered known = household.register(receiver);
        await().untilAsserted(() -> me(giver)
                .get("/v1/me/representations")
                .then()
                .body("actsForMe.personId", hasItem(known.personId().toString())));
    }

    @Test
    void whatCannotBeAPowerOfAttorneyIsNone() {
        String giver = household.adultWithALetter();
        String child = number();
        PersonRegistered unused = household.child(child, TODAY.minusYears(15), adult());

        give(giver, giver, null).statusCode(400).body("code", equalTo("BD-1153"));
        give(giver, adult(), "2026-01-05").statusCode(400).body("code", equalTo("BD-1152"));
        give(child, adult(), null).statusCode(403).body("code", equalTo("BD-1151"));
    }

    @Test
    void aGuardianActsFromTheDayACertificateIsRecordedAndAsLongAsItHolds() {
        String guardian = adult();
        String ward = adult();
        Registers.guardian(ward, guardian, "Adult", "PersonalInterests");
        PersonRegistered known = household.register(ward);
        assertThat(known.facts().plan().representations()).isEmpty();

        String certificate = certify(ward, null).statusCode(201).extract().path("id");

        assertThat(household.plan(known, 2).representations())
                .containsExactly(new Representation(
                        household.alias(guardian),
                        RepresentationKind.GUARDIAN,
                        RepresentationExtent.ALL,
                        RepresentationScope.ACT,
                        TODAY,
                        LocalDate.of(2027, 1, 5)));
        clinic(CLINIC).delete("/v1/care/certificates/" + certificate).then().statusCode(204);
        assertThat(household.plan(known, 3).representations()).isEmpty();
        String kin = household.adultWithALetter();
        certify(ward, kin).statusCode(201);
        assertThat(household.plan(known, 4).representations())
                .extracting(Representation::kind)
                .containsExactly(RepresentationKind.NEXT_OF_KIN);
    }

    @Test
    void aCertificateIsItsClinicsAndHoldsForWhoeverIsUnknownFromTheDayTheyAreKnown() {
        String ward = adult();
        String kin = household.adultWithALetter();

        String certificate = certify(ward, kin).statusCode(201).extract().path("id");

        PersonRegistered known = household.register(ward);
        assertThat(known.facts().plan().representations())
                .extracting(Representation::representative)
                .containsExactly(household.alias(kin));
        clinic(OTHER_CLINIC)
                .delete("/v1/care/certificates/" + certificate)
                .then()
                .statusCode(404);
        clinic(CLINIC)
                .delete("/v1/care/disclosure-blocks/" + certificate)
                .then()
                .statusCode(404);
        clinic(CLINIC).delete("/v1/care/certificates/" + certificate).then().statusCode(204);
        assertThat(household.plan(known, 2).representations()).isEmpty();
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(
                        entry -> household.alias(ward).equals(entry.subject()) && CLINIC.equals(entry.organization()))
                .extracting(entry -> entry.action() + " " + entry.purpose())
                .contains("certificate-recorded capacity-assessment", "certificate-revoked treatment"));
    }

    @Test
    void aCertificateThatCannotHoldIsNone() {
        String ward = adult();

        certify(ward, ward, "2026-01-05", "2027-01-05").statusCode(400).body("code", equalTo("BD-1153"));
        certify(ward, null, "2026-01-05", "2026-01-05").statusCode(400).body("code", equalTo("BD-1152"));
        certify(ward, null, "2027-01-05", "2026-06-05").statusCode(400).body("code", equalTo("BD-1152"));
        certify(ward, null, "2025-01-05", "2026-01-05").statusCode(400).body("code", equalTo("BD-1152"));
    }

    private String named(String givenName) {
        String number = adult();
        Registers.named(number, givenName, "Nordmann");
        PersonRegistered unused = household.register(number);
        return number;
    }

    private static ValidatableResponse give(String giver, String receiver, @Nullable String until) {
        Map<String, Object> power = new HashMap<>();
        power.put("receiver", Map.of("nationalIdentityNumber", receiver));
        power.put("scope", "READ");
        power.put("until", until);
        return me(giver).body(power).post("/v1/me/powers-of-attorney").then();
    }

    private static ValidatableResponse certify(String person, @Nullable String kin) {
        return certify(person, kin, "2026-01-05", "2027-01-05");
    }

    private static ValidatableResponse certify(String person, @Nullable String kin, String from, String until) {
        Map<String, Object> certificate = new HashMap<>();
        certificate.put("nationalIdentityNumber", person);
        certificate.put("nextOfKin", kin);
        certificate.put("from", from);
        certificate.put("until", until);
        certificate.put("purpose", "CAPACITY_ASSESSMENT");
        return clinic(CLINIC).body(certificate).post("/v1/care/certificates").then();
    }
}
