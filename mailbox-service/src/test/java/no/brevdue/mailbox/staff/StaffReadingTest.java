package no.brevdue.mailbox.staff;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.contracts.consent.v1.AccessRestricted;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Health personnel read what their organisation has sent or has a copy of. */
@QuarkusTest
class StaffReadingTest {

    private static final String BERG = "1234567";
    private static final String DAHL = "7654321";

    private final People people;
    private final Facts facts;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber kari;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String message;

    StaffReadingTest(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    @BeforeEach
    void aLetterWithACopyIsPublished() {
        kari = people.registeredAndInAgreement();
        message = Mail.send(with(letterTo(kari), "copies", List.of(Map.of("organization", GP_OFFICE))))
                .statusCode(201)
                .extract()
                .path("messageId");
        await().untilAsserted(() -> {
            assertThat(state(0)).isEqualTo("PUBLISHED");
            assertThat(state(1)).isEqualTo("PUBLISHED");
        });
    }

    @Test
    void staffReadWithAPurposeAndThePersonSeesWhoDid() {
        read(BERG, CLINIC, letter(0)).statusCode(200).body("body", equalTo("Du har time mandag."));
        read(DAHL, GP_OFFICE, letter(1)).statusCode(200);

        await().untilAsserted(() -> assertThat(acts("letter-read"))
                .extracting(AuditEntryRecorded::actor, AuditEntryRecorded::purpose, AuditEntryRecorded::organization)
                .containsExactlyInAnyOrder(tuple(BERG, "treatment", CLINIC), tuple(DAHL, "treatment", GP_OFFICE)));
        assertThat(state(0)).isEqualTo("PUBLISHED");
        person(kari).get("/v1/me/letters/" + letter(0)).then().body("unread", equalTo(true));
    }

    @Test
    void whatThePatientHasDeletedForGoodItsClinicAndItsCopyRecipientReadOn() {
        person(kari).post("/v1/me/letters/" + letter(0) + "/openings").then().statusCode(200);
        person(kari)
                .contentType(ContentType.JSON)
                .body("{\"forGood\": true}")
                .post("/v1/me/letters/" + letter(0) + "/deletions")
                .then()
                .statusCode(204);
        await().untilAsserted(() ->
                person(kari).get("/v1/me/letters/" + letter(0)).then().statusCode(404));

        read(BERG, CLINIC, letter(0)).statusCode(200).body("body", equalTo("Du har time mandag."));
        read(DAHL, GP_OFFICE, letter(1)).statusCode(200).body("body", equalTo("Du har time mandag."));
    }

    @Test
    void anotherClinicsLetterAndThePatientsOwnCopyAreNotThere() {
        read(BERG, OTHER_CLINIC, letter(0)).statusCode(404).body("code", equalTo("BD-1310"));
        read(DAHL, GP_OFFICE, letter(0)).statusCode(404).body("code", equalTo("BD-1310"));
        post("{}", BERG, CLINIC, letter(0)).statusCode(400);
        post("{\"purpose\": \"CURIOSITY\"}", BERG, CLINIC, letter(0)).statusCode(400);
    }

    @Test
    void whomThePersonDeniesFindsNothingAndIsOnRecordAndColleaguesReadOn() {
        facts.publish(new AccessRestricted(people.alias(kari), 2, DeniedKind.PRACTITIONER, BERG));

        await().untilAsserted(() -> read(BERG, CLINIC, letter(0)).statusCode(404));
        String denied =
                read(BERG, CLINIC, letter(0)).statusCode(404).extract().body().asString();
        String never = read(BERG, OTHER_CLINIC, letter(0))
                .statusCode(404)
                .extract()
                .body()
                .asString();
        assertThat(withoutTrace(denied)).isEqualTo(withoutTrace(never));
        read("00" + BERG, CLINIC, letter(0)).statusCode(404);
        read(BERG, GP_OFFICE, letter(1)).statusCode(404);
        read(DAHL, CLINIC, letter(0)).statusCode(200);
        await().untilAsserted(() -> assertThat(acts("letter-sought")).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(BERG);
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        }));
        assertThat(state(0)).isEqualTo("PUBLISHED");

        facts.publish(new AccessRestrictionLifted(people.alias(kari), 3, DeniedKind.PRACTITIONER, BERG));
        await().untilAsserted(() -> read(BERG, CLINIC, letter(0)).statusCode(200));
    }

    @Test
    void inDoubtNoStaffReadsAndThePersonDoes() {
        String letter = letter(0);

        // Version 2 is missing: it may have denied anybody.
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 3, DeniedKind.PRACTITIONER, DAHL));

        await().untilAsserted(() -> read(BERG, CLINIC, letter).statusCode(503).body("code", equalTo("BD-1326")));
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
    }

    private List<AuditEntryRecorded> acts(String action) {
        return facts.published(AuditEntryRecorded.class).stream()
                .filter(entry -> people.alias(kari).equals(entry.subject())
                        && entry.action().equals(action))
                .toList();
    }

    private String letter(int delivery) {
        return Mail.status(message).getString("deliveries[" + delivery + "].delivery.deliveryId");
    }

    private String state(int delivery) {
        return Mail.status(message).getString("deliveries[" + delivery + "].delivery.state");
    }

    private static ValidatableResponse read(String practitioner, String organization, String letter) {
        return post("{\"purpose\": \"TREATMENT\"}", practitioner, organization, letter);
    }

    private static ValidatableResponse post(String body, String practitioner, String organization, String letter) {
        return Mail.bearer(Tokens.healthWorker(practitioner, organization).with("scope", "brevdue:letters.read"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/staff/letters/" + letter + "/readings")
                .then();
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
}
