package no.brevdue.identity.practitioner;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.AddressEvents;
import no.brevdue.identity.Letters;
import no.brevdue.identity.PopulationFeed;
import no.brevdue.identity.Registers;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** An organisation from its first day: who looks after it, who works there, and what they may do. */
@QuarkusTest
class PractitionersTest {

    private static final AtomicInteger NEXT = new AtomicInteger(5000);
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(10_020_100);
    private static final AtomicInteger NEXT_HER_ID = new AtomicInteger(900_000);
    private static final String BORN = "1985-03-14";
    private static final String HPR = "009144900";

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    TestClock clock;

    private final String clinic = organizationNumber();
    private final long herId = NEXT_HER_ID.getAndAdd(10);
    private final long doctorsHerId = herId + 1;
    private final String manager = adult();
    private final String superuser = adult();

    @BeforeEach
    void aClinicIsActivated() {
        AddressEvents.organization(herId, clinic, "Solvang legesenter");
        AddressEvents.service(herId + 2, herId, clinic, "Dialog");
        AddressEvents.person(doctorsHerId, herId, clinic, HPR);
        await().untilAsserted(() ->
                me(manager).get("/v1/organizations/" + clinic).then().statusCode(200));
        activate(clinic, manager).statusCode(200).body("herId", equalTo((int) herId));
        appoint(manager, superuser).statusCode(201);
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void theAddressRegisterSaysWhatAnOrganisationIsAndNonsenseChangesNothing() {
        AddressEvents.nonsense();
        me(manager)
                .get("/v1/organizations/" + clinic)
                .then()
                .body("name", equalTo("Solvang legesenter"))
                .body("units.name", equalTo(List.of("Dialog")));

        AddressEvents.ended(herId, clinic, "Solvang legesenter", "2026-01-01T00:00:00+01:00");

        await().untilAsserted(() ->
                me(manager).get("/v1/organizations/" + clinic).then().statusCode(404));
        activate(clinic, manager).statusCode(404).body("code", equalTo("BD-1170"));
        me(manager).get("/v1/organizations/974760674").then().statusCode(400);
        assertThat(AddressEvents.methods()).containsExactly("GET");
    }

    @Test
    void onlyTheResponsibleManagerAppointsAndWhoIsDismissedIsOutAtOnce() {
        appoint(superuser, adult()).statusCode(404).body("code", equalTo("BD-1170"));
        String id = me(manager)
                .get("/v1/organizations/{clinic}/superusers", clinic)
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .extract()
                .path("[0].superuserId");
        practitioners(superuser).statusCode(200);
        practitioners(manager).statusCode(404);
        practitioners(adult()).statusCode(404);

        me(manager)
                .delete("/v1/organizations/{clinic}/superusers/{id}", clinic, id)
                .then()
                .statusCode(204);

        practitioners(superuser).statusCode(404);
        String successor = known();
        activate(clinic, successor).statusCode(200);
        appoint(manager, superuser).statusCode(404);
        appoint(successor, superuser).statusCode(201);
        Registers.died(successor);
        PopulationFeed.happened(successor);
        await().untilAsserted(() -> appoint(successor, superuser).statusCode(404));
    }

    @Test
    void aCitizenIsAVisitorUntilTheRegistersAgreeAndTheSuperuserConfirms() {
        String doctor = known();
        claim(doctor, HPR, doctorsHerId, BORN).statusCode(201).body("level", equalTo("VISITOR"));
        String claim = practitioners(superuser)
                .body("practitioners", empty())
                .body("awaiting[0].matched", equalTo(true))
                .body("awaiting[0].hprNumber", equalTo(9144900))
                .extract()
                .path("awaiting[0].claimId");

        decide(superuser, claim, true).statusCode(204);

        me(doctor)
                .get("/v1/me/practitioners")
                .then()
                .body("$", hasSize(1))
                .body("[0].level", equalTo("PRACTITIONER"))
                .body("[0].standing", equalTo("ACTIVE"));
        decide(superuser, claim, true).statusCode(404).body("code", equalTo("BD-1181"));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("practitioner-confirmed");
                    assertThat(entry.subject()).isEqualTo(letters.alias(doctor));
                    assertThat(entry.organization()).isEqualTo(clinic);
                }));
    }

    @Test
    void whatTheRegistersDoNotSayCannotBeConfirmedAndWhoClaimsIsToldNothing() {
        String impostor = known();
        String right = claim(impostor, "9144901", doctorsHerId, BORN)
                .statusCode(201)
                .extract()
                .path("level");
        String wrongDay = known();
        claim(wrongDay, HPR, doctorsHerId, "1985-03-15").statusCode(201).body("level", equalTo(right));
        String elsewhere = known();
        claim(elsewhere, HPR, herId, BORN).statusCode(201);

        List<String> claims = practitioners(superuser)
                .body("awaiting.matched", equalTo(List.of(false, false, false)))
                .extract()
                .path("awaiting.claimId");

        claims.forEach(claim -> decide(superuser, claim, true).statusCode(409).body("code", equalTo("BD-1182")));
        decide(superuser, claims.getFirst(), false).statusCode(204);
        practitioners(superuser).body("awaiting", hasSize(2));
        clock.advance(PractitionerService.CLAIM_LASTS);
        practitioners(superuser).body("awaiting", empty());
        claim(impostor, "1234567890", doctorsHerId, BORN).statusCode(400).body("code", equalTo("BD-1180"));
        claim(adult(), HPR, doctorsHerId, BORN).statusCode(404).body("code", equalTo("BD-1101"));
    }

    @Test
    void nobodyConfirmsThemselvesAndNobodyClaimsWithoutEnd() {
        String doctor = known();
        appoint(manager, doctor).statusCode(201);
        for (int hprNumber = 1; hprNumber <= 4; hprNumber++) {
            claim(doctor, "00" + hprNumber, doctorsHerId, BORN).statusCode(201);
        }
        claim(doctor, HPR, doctorsHerId, BORN).statusCode(201);
        claim(doctor, "6", doctorsHerId, BORN).statusCode(429).header("Retry-After", "86400");

        String own = practitioners(doctor).extract().path("awaiting.find { it.matched }.claimId");

        decide(doctor, own, true).statusCode(403).body("code", equalTo("BD-1185"));
        decide(superuser, own, true).statusCode(204);
    }

    @Test
    void helseIdVerifiesDirectlyAndTheOrganisationMaySuspendRestrictAndEnd() {
        staff().get("/v1/staff/me").then().statusCode(200).body("standing", equalTo("ACTIVE"));
        block().statusCode(201);
        String id = practitioners(superuser)
                .body("practitioners[0].verifiedBy", equalTo("HELSE_ID"))
                .body("practitioners[0].hprNumber", equalTo(9144900))
                .extract()
                .path("practitioners[0].practitionerId");

        stand(id, "RESTRICTED").statusCode(204);
        block().statusCode(403).body("code", equalTo("BD-1183"));
        staff().get("/v1/care/objections").then().statusCode(200);
        for (String standing : List.of("SUSPENDED", "ENDED")) {
            stand(id, standing).statusCode(204);
            block().statusCode(403);
            staff().get("/v1/care/objections").then().statusCode(403);
            staff().get("/v1/staff/me").then().body("standing", equalTo(standing));
        }
        stand(id, "ACTIVE").statusCode(204);
        block().statusCode(201);
        stand(UUID.randomUUID().toString(), "ENDED").statusCode(404);
        me(manager)
                .body(Map.of("standing", "ENDED"))
                .put("/v1/organizations/{clinic}/practitioners/{id}/standing", clinic, id)
                .then()
                .statusCode(404);
    }

    @Test
    void aSuperuserEditsEverybodysCalendarAndListingInTheirOwnNameAndNothingElse() {
        staff().get("/v1/staff/me").then().statusCode(200);
        String id = practitioners(superuser).extract().path("practitioners[0].practitionerId");
        listing(superuser, id).statusCode(200).body("hours", empty());

        list(superuser, id, listing("912 34 567", "08:00", "15:30")).statusCode(204);

        staff().get("/v1/staff/me/listing")
                .then()
                .body("phone", equalTo("+4791234567"))
                .body("waitingDays", equalTo(14))
                .body("hours[0].day", equalTo("MONDAY"))
                .body("hours[0].closes", equalTo("15:30:00"))
                .body("absences[0].lastDay", equalTo("2026-07-31"));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> entry.action().equals("listing-changed") && clinic.equals(entry.organization()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(letters.alias(superuser).toString());
                    assertThat(entry.object()).isEqualTo(id);
                }));
        list(superuser, id, listing("91234567", "08:00", "08:00"))
                .statusCode(400)
                .body("code", equalTo("BD-1186"));
        list(superuser, id, listing("911", "08:00", "15:30")).statusCode(400).body("code", equalTo("BD-1187"));
        list(manager, id, listing(null, "08:00", "15:30")).statusCode(404);
        list(superuser, UUID.randomUUID().toString(), listing(null, "08:00", "15:30"))
                .statusCode(404);
        me(superuser).get("/v1/staff/me/listing").then().statusCode(403);
        me(superuser).get("/v1/care/objections").then().statusCode(403);

        staff().body(listing(null, "09:00", "12:00"))
                .put("/v1/staff/me/listing")
                .then()
                .statusCode(204);
        listing(superuser, id).body("hours[0].opens", equalTo("09:00:00")).body("phone", nullValue());
        stand(id, "SUSPENDED").statusCode(204);
        staff().body(listing(null, "10:00", "12:00"))
                .put("/v1/staff/me/listing")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse listing(String who, String practitioner) {
        return me(who).get("/v1/organizations/{clinic}/practitioners/{id}/listing", clinic, practitioner)
                .then();
    }

    private ValidatableResponse list(String who, String practitioner, Map<String, Object> listing) {
        return me(who).body(listing)
                .put("/v1/organizations/{clinic}/practitioners/{id}/listing", clinic, practitioner)
                .then();
    }

    private static Map<String, Object> listing(@Nullable String phone, String opens, String closes) {
        Map<String, Object> listing = new HashMap<>(Map.of(
                "waitingDays", 14,
                "hours", List.of(Map.of("day", "MONDAY", "opens", opens, "closes", closes)),
                "absences", List.of(Map.of("firstDay", "2026-07-06", "lastDay", "2026-07-31"))));
        listing.put("phone", phone);
        return listing;
    }

    private ValidatableResponse practitioners(String who) {
        return me(who).get("/v1/organizations/{clinic}/practitioners", clinic).then();
    }

    private ValidatableResponse claim(String who, String hprNumber, long practitionersHerId, String birthDate) {
        return me(who).body(Map.of(
                        "organizationNumber", clinic,
                        "hprNumber", hprNumber,
                        "herId", practitionersHerId,
                        "birthDate", birthDate))
                .post("/v1/me/practitioners")
                .then();
    }

    private ValidatableResponse decide(String who, String claim, boolean confirmed) {
        return me(who).body(Map.of("confirmed", confirmed))
                .post("/v1/organizations/{clinic}/practitioner-claims/{claim}/decisions", clinic, claim)
                .then();
    }

    private ValidatableResponse stand(String practitioner, String standing) {
        return me(superuser)
                .body(Map.of("standing", standing))
                .put("/v1/organizations/{clinic}/practitioners/{id}/standing", clinic, practitioner)
                .then();
    }

    private ValidatableResponse appoint(String who, String whom) {
        return me(who).body(Map.of("nationalIdentityNumber", whom))
                .post("/v1/organizations/{clinic}/superusers", clinic)
                .then();
    }

    private static ValidatableResponse activate(String organization, String responsible) {
        return given().auth()
                .oauth2(Tokens.operator("anna").sign())
                .contentType("application/json")
                .body(Map.of("responsibleManager", Map.of("nationalIdentityNumber", responsible)))
                .put("/v1/operations/organizations/{organization}/activation", organization)
                .then();
    }

    private ValidatableResponse block() {
        return staff().body(Map.of("nationalIdentityNumber", adult(), "purpose", "CHILD_PROTECTION"))
                .post("/v1/care/disclosure-blocks")
                .then();
    }

    private RequestSpecification staff() {
        return given().auth()
                .oauth2(Tokens.healthWorker(HPR, clinic)
                        .with("scope", "brevdue:staff brevdue:representation")
                        .sign())
                .contentType("application/json");
    }

    private static RequestSpecification me(String number) {
        return given().auth().oauth2(Tokens.citizen(number).sign()).contentType("application/json");
    }

    private String known() {
        String number = adult();
        PersonRegistered unused = letters.register(number);
        return number;
    }

    private static String adult() {
        String number = SyntheticNumbers.person(NEXT.getAndIncrement()).value();
        Registers.know(number, BORN);
        return number;
    }

    /** The next one with a check digit that exists. */
    private static String organizationNumber() {
        int[] weights = {3, 2, 7, 6, 5, 4, 3, 2};
        while (true) {
            String eight = String.valueOf(NEXT_NUMBER.getAndIncrement());
            int sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * (eight.charAt(i) - '0');
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return eight + check;
            }
        }
    }
}
