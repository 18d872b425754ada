package no.brevdue.mailbox.inbox;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.bearer;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** What is on record of those who looked, and of those who tried. */
@QuarkusTest
class AccessRecordTest {

    private static final String SUPPLIER = "100100711";

    private final People people;
    private final Facts facts;

    AccessRecordTest(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    @Test
    void anOrganisationThatListsItsInboxIsRecordedOnceAndWithTheSupplierOfItsSystem() {
        people.let(GP_OFFICE, SUPPLIER, "brevdue:inbox");
        Tokens system = Tokens.clientSystem(GP_OFFICE, "brevdue:inbox").with("supplier", Tokens.iso6523(SUPPLIER));

        bearer(system).get("/v1/organization/letters").then().statusCode(200);

        AuditEntryRecorded entry = recorded(
                        1, found -> found.action().equals("copies-listed") && SUPPLIER.equals(found.supplier()))
                .getFirst();
        assertThat(entry.actor()).isEqualTo(GP_OFFICE);
        assertThat(entry.purpose()).isEqualTo("copy-handling");
        assertThat(entry.subject()).isNull();
    }

    @Test
    void whoeverAsksForAnothersLetterIsOnRecordAndHearsNothingOfIt() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        String message = send(letterTo(kari)).statusCode(201).extract().path("messageId");
        String letter = status(message).getString("deliveries[0].delivery.deliveryId");
        UUID nothing = UUID.randomUUID();

        JsonPath foreign = refused(
                person(ola).post("/v1/me/letters/" + letter + "/openings").then());
        JsonPath absent = refused(
                person(ola).post("/v1/me/letters/" + nothing + "/openings").then());
        refused(clinic(OTHER_CLINIC)
                .post("/v1/organization/letters/" + letter + "/fetches")
                .then());
        refused(clinic(OTHER_CLINIC).get("/v1/sender/messages/" + message).then());

        assertThat(foreign.getString("code")).isEqualTo(absent.getString("code"));
        assertThat(foreign.getString("detail").replace(letter, nothing.toString()))
                .isEqualTo(absent.getString("detail"));
        List<AuditEntryRecorded> entries = recorded(3, aboutRefusals(kari));
        assertThat(entries)
                .extracting(AuditEntryRecorded::actor)
                .containsExactlyInAnyOrder(people.alias(ola).toString(), OTHER_CLINIC, OTHER_CLINIC);
        assertThat(entries).extracting(AuditEntryRecorded::outcome).containsOnly(Outcome.REFUSED);
        assertThat(entries).extracting(AuditEntryRecorded::organization).containsOnly(CLINIC);
        assertThat(facts.published(AuditEntryRecorded.class))
                .noneMatch(entry -> entry.object().equals(nothing.toString()));
    }

    @Test
    void whoeverHasPartInTheLetterIsNotRefusedOnRecord() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        String message = send(letterTo(kari)).statusCode(201).extract().path("messageId");
        String letter = status(message).getString("deliveries[0].delivery.deliveryId");

        refused(clinic(CLINIC)
                .post("/v1/organization/letters/" + letter + "/fetches")
                .then());
        refused(person(ola).get("/v1/me/letters/" + letter).then());

        assertThat(recorded(1, aboutRefusals(kari)))
                .extracting(AuditEntryRecorded::actor)
                .containsExactly(people.alias(ola).toString());
    }

    @Test
    void whoLooksAtALetterOrCountsLettersIsOnRecordAlsoForAnother() {
        NationalIdentityNumber mother = people.registeredAndInAgreement();
        LocalDate birthday = LocalDate.of(2017, 5, 5);
        NationalIdentityNumber child = people.stranger();
        UUID childsId = UUID.randomUUID();
        people.restate(childsId, 1, child, People.child(birthday, People.parent(people.alias(mother), birthday)));
        String message = send(letterTo(child)).statusCode(201).extract().path("messageId");
        String letter = status(message).getString("deliveries[0].delivery.deliveryId");

        await().untilAsserted(() -> onBehalf(mother, childsId)
                .get("/v1/me/letters/" + letter)
                .then()
                .statusCode(200));
        onBehalf(mother, childsId).get("/v1/me/unread-count").then().statusCode(200);

        assertThat(recorded(
                        2,
                        entry -> people.alias(child).equals(entry.subject())
                                && people.alias(mother).toString().equals(entry.actor())))
                .extracting(AuditEntryRecorded::action, AuditEntryRecorded::purpose)
                .containsExactlyInAnyOrder(
                        tuple("letter-looked-at", "on-behalf-as-parent"),
                        tuple("letters-counted", "on-behalf-as-parent"));
    }

    @Test
    void whoRepeatsARequestToHearWhatBecameOfTheLetterIsOnRecord() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String key = UUID.randomUUID().toString();
        Map<String, Object> letter = letterTo(kari);
        send(letter, key).statusCode(201);

        send(letter, key).statusCode(201);

        assertThat(recorded(
                        1,
                        entry -> people.alias(kari).equals(entry.subject())
                                && entry.action().equals("delivery-state-read")))
                .extracting(AuditEntryRecorded::actor)
                .containsExactly(CLINIC);
    }

    @Test
    void whoWorksWhereTheCopyIsIsNotRefusedOnRecord() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = send(with(letterTo(kari), "copies", List.of(Map.of("organization", GP_OFFICE))))
                .statusCode(201)
                .extract()
                .path("messageId");
        String copy = status(message).getString("deliveries[1].delivery.deliveryId");
        String attachment = "/v1/organization/letters/" + copy + "/attachments/" + UUID.randomUUID();

        refused(worker("7654321", GP_OFFICE).get(attachment).then());
        refused(worker("7654322", OTHER_CLINIC).get(attachment).then());

        assertThat(recorded(1, aboutRefusals(kari)))
                .extracting(AuditEntryRecorded::actor)
                .containsExactly("7654322");
    }

    private static RequestSpecification worker(String practitioner, String organization) {
        return bearer(Tokens.healthWorker(practitioner, organization).with("scope", "brevdue:inbox"));
    }

    private static RequestSpecification onBehalf(NationalIdentityNumber reader, UUID person) {
        return person(reader).header("Brevdue-On-Behalf-Of", person);
    }

    private Predicate<AuditEntryRecorded> aboutRefusals(NationalIdentityNumber person) {
        return entry ->
                entry.action().equals("letter-sought") && people.alias(person).equals(entry.subject());
    }

    private List<AuditEntryRecorded> recorded(int count, Predicate<AuditEntryRecorded> which) {
        return await().until(
                        () -> facts.published(AuditEntryRecorded.class).stream()
                                .filter(which)
                                .toList(),
                        entries -> entries.size() >= count);
    }

    @CanIgnoreReturnValue
    private static JsonPath refused(ValidatableResponse answer) {
        return answer.statusCode(404).extract().jsonPath();
    }
}
