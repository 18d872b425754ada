package no.brevdue.mailbox.preflight;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.People.ADULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class PreflightTest {

    private static final String CLINIC = "100100673";

    private final People people;
    private final Facts facts;
    private final Database database;

    PreflightTest(People people, Facts facts, Database database) {
        this.people = people;
        this.facts = facts;
        this.database = database;
    }

    @Test
    void theKnownAndTheUnknownLookTheSameAndNobodyIsRegistered() {
        NationalIdentityNumber known = known(ADULT);
        NationalIdentityNumber unknown = people.stranger();

        Map<String, Object> aboutKnown =
                ask(CLINIC, known).statusCode(200).extract().path("");
        Map<String, Object> aboutUnknown =
                ask(CLINIC, unknown).statusCode(200).extract().path("");

        aboutKnown.remove("factsAsOf");
        aboutUnknown.remove("factsAsOf");
        assertThat(aboutKnown).isEqualTo(aboutUnknown).containsEntry("outcome", "DIGITAL");
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anyMatch(entry -> entry.action().equals("preflight-asked")
                        && people.alias(unknown).equals(entry.subject())
                        && entry.purpose().equals("treatment")));
        assertThat(facts.published(RegistrationRequested.class))
                .noneMatch(fact -> fact.alias().equals(people.alias(unknown)));
    }

    /** ADULT is not born when the digits say, so a question with either date is about somebody the mailbox knows better. */
    @Test
    void aBirthDateIsHeldAgainstTheNumberAndTellsNobodyWhoIsKnown() {
        NationalIdentityNumber known = known(ADULT);
        NationalIdentityNumber unknown = people.stranger();

        for (NationalIdentityNumber number : List.of(known, unknown)) {
            ask(CLINIC, number, written(number)).body("outcome", equalTo("DIGITAL"));
            ask(CLINIC, number, written(number).plusDays(1))
                    .body("outcome", equalTo("USE_OTHER_CHANNEL"))
                    .body("reason", equalTo("RECIPIENT_MISMATCH"));
        }
    }

    /** Somebody of thirteen whose mother can be told. */
    @Test
    void aLetterThatParentsMaySeeHasAReaderAndTellsNobodyWhoIsKnown() {
        NationalIdentityNumber mother = known(ADULT);
        LocalDate born = LocalDate.of(2012, 6, 1);
        NationalIdentityNumber child = known(People.child(born, People.parent(people.alias(mother), born)));

        ask(child, "HIDDEN").body("outcome", equalTo("USE_OTHER_CHANNEL")).body("reason", equalTo("NO_DIGITAL_READER"));
        ask(child, "VISIBLE").body("outcome", equalTo("DIGITAL")).body("reason", nullValue());
        for (String visibility : List.of("HIDDEN", "VISIBLE")) {
            for (NationalIdentityNumber number : List.of(known(ADULT), people.stranger())) {
                ask(number, visibility).body("outcome", equalTo("DIGITAL")).body("reason", nullValue());
            }
        }
        ask(child, "SOMETIMES").statusCode(400);
        ask(CLINIC, Map.of("nationalIdentityNumber", child.value(), "expectedName", "<b>"))
                .statusCode(400);
    }

    private static ValidatableResponse ask(NationalIdentityNumber number, String parentVisibility) {
        return clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "recipient",
                        Map.of("nationalIdentityNumber", number.value()),
                        "purpose",
                        "TREATMENT",
                        "parentVisibility",
                        parentVisibility))
                .post("/v1/sender/preflights")
                .then();
    }

    @Test
    void whatSpeaksAgainstItIsSaidCoarsely() {
        PersonFacts reserved =
                new PersonFacts(ADULT.birthDate(), false, false, true, true, true, Language.NB, ADULT.plan());
        PersonFacts silent =
                new PersonFacts(ADULT.birthDate(), false, false, false, false, false, Language.NB, ADULT.plan());

        ask(CLINIC, known(reserved))
                .body("outcome", equalTo("USE_OTHER_CHANNEL"))
                .body("reason", equalTo("USE_OTHER_CHANNEL"));
        ask(CLINIC, known(silent))
                .body("outcome", equalTo("USE_OTHER_CHANNEL"))
                .body("reason", equalTo("USE_OTHER_CHANNEL"));
    }

    @Test
    void aQuestionWithoutAPurposeIsRefusedAndALetterForLaterWaits() {
        Map<String, Object> question = new HashMap<>();
        question.put(
                "recipient", Map.of("nationalIdentityNumber", people.stranger().value()));
        question.put("notBefore", TestClock.START.plus(Duration.ofDays(1)).toString());
        preflight(question).statusCode(400).body("errors.pointer", equalTo(List.of("/purpose")));

        question.put("purpose", "TREATMENT");

        preflight(question).statusCode(200).body("outcome", equalTo("HOLD")).body("reason", equalTo("SCHEDULED"));
    }

    private static ValidatableResponse preflight(Map<String, Object> question) {
        return clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/sender/preflights")
                .then();
    }

    @Test
    void theSenderSeesWhenItWouldFallBackAndHowHardItIsToRead() {
        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "recipient",
                                Map.of(
                                        "nationalIdentityNumber",
                                        people.stranger().value()),
                        "purpose", "TREATMENT",
                        "fallback", "PAPER",
                        "actBy", "2026-01-15T10:00:00Z",
                        "body", "Du har time. Ta kontakt med legekontoret."))
                .post("/v1/sender/preflights")
                .then()
                .statusCode(200)
                .body("fallsBackAt", equalTo("2026-01-07T10:00:00Z"))
                .body("paperInTime", equalTo(true))
                .body("reason", nullValue())
                .body("readability.hasActBy", equalTo(true))
                .body("readability.saysWhatToDo", equalTo(true))
                .body("readability.level", equalTo("EASY"));
    }

    @Test
    void anOrganisationThatHasAskedEnoughMustWaitAndOthersNeedNot() {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("""
                        insert into preflight_budget (organization, hour, spent) values (:organization, :hour, 1000)
                        on conflict (organization) do update set hour = excluded.hour, spent = excluded.spent""")
                .bind("organization", OTHER_CLINIC)
                .bind("hour", TestClock.START.truncatedTo(ChronoUnit.HOURS))
                .execute());

        ask(OTHER_CLINIC, people.stranger())
                .statusCode(429)
                .header("Retry-After", equalTo("3600"))
                .body("code", equalTo("BD-1370"));
        ask(CLINIC, people.stranger()).statusCode(200);
    }

    private NationalIdentityNumber known(PersonFacts what) {
        NationalIdentityNumber number = people.registered(what);
        await().until(() -> isLinked(number));
        return number;
    }

    private boolean isLinked(NationalIdentityNumber number) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select exists (select from alias_link where alias = :alias)")
                .bind("alias", people.alias(number))
                .mapTo(Boolean.class)
                .one());
    }

    /** The date that the digits of a synthetic number have. */
    private static LocalDate written(NationalIdentityNumber number) {
        String digits = number.value();
        return LocalDate.of(
                1900 + Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(2, 4)) - 80,
                Integer.parseInt(digits.substring(0, 2)));
    }

    private static ValidatableResponse ask(String organization, NationalIdentityNumber number) {
        return ask(organization, Map.of("nationalIdentityNumber", number.value()));
    }

    private static ValidatableResponse ask(String organization, NationalIdentityNumber number, LocalDate born) {
        return ask(organization, Map.of("nationalIdentityNumber", number.value(), "birthDate", born.toString()));
    }

    private static ValidatableResponse ask(String organization, Map<String, Object> recipient) {
        Map<String, Object> question = new HashMap<>();
        question.put("recipient", recipient);
        question.put("purpose", "TREATMENT");
        return clinic(organization)
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/sender/preflights")
                .then();
    }
}
