package no.brevdue.mailbox.archive;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.mailbox.Dialogue;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static no.brevdue.mailbox.Mail.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The person's own archive, behind an agreement of its own. */
@QuarkusTest
class ArchiveTest {

    private static final String PLATFORM = "platform";
    private static final String ARCHIVE = "archive";

    private final Dialogue dialogue;
    private final People people;
    private final Facts facts;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber kari;

    ArchiveTest(Dialogue dialogue, People people, Facts facts) {
        this.dialogue = dialogue;
        this.people = people;
        this.facts = facts;
    }

    @BeforeEach
    void somebodyWhoHasAcceptedTheTerms() {
        kari = people.registeredAndInAgreement();
    }

    @Test
    void withoutTheAgreementNothingIsFiledAndItIsSaidWhatToAskFor() {
        String letter = dialogue.opened(kari);

        file(letter).statusCode(403).body("code", equalTo("BD-1351"));
        shown(List.of(letter), List.of());

        dialogue.agrees(kari, 2, PLATFORM, ARCHIVE);
        await().untilAsserted(() -> file(letter).statusCode(204));
        file(letter).statusCode(204);
        shown(List.of(), List.of(letter));
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        takeOut(letter).statusCode(204);
        takeOut(letter).statusCode(204);
        shown(List.of(letter), List.of());
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> entry.object().equals(letter))
                .extracting(AuditEntryRecorded::action)
                .contains("letter-archived", "letter-taken-out-of-archive"));
    }

    @Test
    void aWithdrawalEndsFilingAndWhatWasFiledStaysReadableAndCanBeTakenOut() {
        String filed = filed();
        String another = dialogue.opened(kari);

        dialogue.withdraws(kari, 3, PLATFORM, ARCHIVE);

        await().untilAsserted(() -> file(another).statusCode(403).body("code", equalTo("BD-1351")));
        shown(List.of(another), List.of(filed));
        person(kari).post("/v1/me/letters/" + filed + "/openings").then().statusCode(200);
        takeOut(filed).statusCode(204);
        shown(List.of(another, filed), List.of());
    }

    @Test
    void inDoubtNothingIsFiledAndWhatWasFiledStaysReadable() {
        String filed = filed();
        String another = dialogue.opened(kari);

        // Version 3 is missing: it may have been a withdrawal.
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 4, DeniedKind.ORGANIZATION, Mail.GP_OFFICE));

        await().untilAsserted(() -> file(another).statusCode(503).body("code", equalTo("BD-1352")));
        shown(List.of(another), List.of(filed));
    }

    @Test
    void anotherPersonsLetterIsNotThereAndAnUnopenedOneIsNotFiled() {
        String filed = filed();
        String unopened = dialogue.letter(kari);
        file(unopened).statusCode(409).body("code", equalTo("BD-1322"));
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        dialogue.agrees(ola, 2, PLATFORM, ARCHIVE);

        person(ola).put("/v1/me/archive/" + filed).then().statusCode(404).body("code", equalTo("BD-1310"));
        person(ola).delete("/v1/me/archive/" + filed).then().statusCode(404);
        shown(List.of(unopened), List.of(filed));
    }

    @Test
    void aLetterIsDeletedFromTheArchiveAsFromAnywhereElseAndRestoredToIt() {
        String filed = filed();

        person(kari)
                .contentType(ContentType.JSON)
                .body(Map.of("forGood", false))
                .post("/v1/me/letters/" + filed + "/deletions")
                .then()
                .statusCode(204);
        shown(List.of(), List.of());
        person(kari).get("/v1/me/letters?deleted=true").then().body("letters.letterId", equalTo(List.of(filed)));
        person(kari).delete("/v1/me/letters/" + filed + "/deletions").then().statusCode(204);
        shown(List.of(), List.of(filed));
    }

    private String filed() {
        String letter = dialogue.opened(kari);
        dialogue.agrees(kari, 2, PLATFORM, ARCHIVE);
        await().untilAsserted(() -> file(letter).statusCode(204));
        return letter;
    }

    private void shown(List<String> inbox, List<String> archive) {
        assertThat(person(kari)
                        .get("/v1/me/letters")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("letters.letterId"))
                .containsExactlyInAnyOrderElementsOf(inbox);
        assertThat(person(kari)
                        .get("/v1/me/archive")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("letters.letterId"))
                .containsExactlyElementsOf(archive);
    }

    private ValidatableResponse file(String letter) {
        return person(kari).put("/v1/me/archive/" + letter).then();
    }

    private ValidatableResponse takeOut(String letter) {
        return person(kari).delete("/v1/me/archive/" + letter).then();
    }
}
