package no.brevdue.mailbox.recall;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.mailbox.v1.DeliveryDisowned;
import no.brevdue.contracts.mailbox.v1.DeliveryRecalled;
import no.brevdue.contracts.mailbox.v1.RecallOutcome;
import no.brevdue.contracts.notification.v1.Channel;
import no.brevdue.contracts.notification.v1.NotificationHandedOver;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static no.brevdue.mailbox.attachment.Uploads.pdfWith;
import static no.brevdue.mailbox.attachment.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class RecallTest {

    private final People people;
    private final Facts facts;
    private final Database database;
    private UUID childsId = UUID.randomUUID();

    RecallTest(People people, Facts facts, Database database) {
        this.people = people;
        this.facts = facts;
        this.database = database;
    }

    @Test
    void whatNobodyHasOpenedIsGoneAndProvenUnopenedCopiesIncluded() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(with(letterTo(kari), "copies", List.of(Map.of("organization", GP_OFFICE))));
        String letter = published(kari);

        recall(message, "WRONG_RECIPIENT").statusCode(200).body("complete", equalTo(true));
        recall(message, "WRONG_RECIPIENT").statusCode(200);
        clinic(GP_OFFICE).get("/v1/sender/messages/" + message).then().statusCode(404);

        JsonPath status = status(message);
        assertThat(status.getList("deliveries.delivery.state")).containsExactly("RECALLED", "RECALLED");
        assertThat(status.getList("deliveries.delivery.evidence.flatten().findAll{it.rung=='RECALLED'}.detail"))
                .containsExactly("UNOPENED", "UNOPENED");
        person(kari).get("/v1/me/letters").then().body("letters", hasSize(0));
        open(kari, letter).statusCode(404);
        await().untilAsserted(() -> assertThat(wraps(message)).isEqualTo(1)); // the sender's own copy
        assertThat(breaches(message)).isEmpty();
        await().untilAsserted(() -> assertThat(facts.published(DeliveryRecalled.class))
                .filteredOn(fact -> fact.messageId().toString().equals(message))
                .extracting(DeliveryRecalled::outcome)
                .containsExactly(RecallOutcome.UNOPENED, RecallOutcome.UNOPENED));
    }

    @Test
    void whatTheWrongPersonHasReadIsSealedAndTheBreachPackIsReady() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);
        facts.publish(new NotificationHandedOver(UUID.fromString(letter), 1, UUID.randomUUID(), Channel.EMAIL));
        await().untilAsserted(() -> assertThat(status(message).getList("deliveries[0].delivery.evidence.rung"))
                .contains("NOTIFICATION_HANDED_OVER"));

        recall(message, "WRONG_RECIPIENT").statusCode(200);

        open(kari, letter).statusCode(409).body("code", equalTo("BD-1360"));
        person(kari)
                .get("/v1/me/letters/" + letter)
                .then()
                .statusCode(200)
                .body("sealed", equalTo(true))
                .body("nextStep", equalTo("NONE"));
        assertThat(wraps(message)).isEqualTo(2);
        Map<String, Object> pack = breaches(message).getFirst();
        assertThat(pack)
                .containsEntry("cause", "RECALLED")
                .containsEntry("reason", "WRONG_RECIPIENT")
                .containsEntry("controllerAwareAt", TestClock.START.toString())
                .containsEntry(
                        "notifyAuthorityBefore",
                        TestClock.START.plus(Duration.ofDays(3)).toString());
        JsonPath one = clinic(CLINIC)
                .get("/v1/sender/breaches/" + pack.get("breachId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(one.getInt("numbers.opened")).isEqualTo(1);
        assertThat(one.getInt("numbers.printed")).isZero();
        assertThat(one.getInt("numbers.notified")).isOne();
        assertThat(one.getList("dataCategories")).containsExactly("HEALTH", "CONTACT_WITH_HEALTH_CARE");
        assertThat(one.getString("from")).isEqualTo(status(message).getString("deliveries[0].delivery.evidence[1].at"));
        assertThat(one.getString("to"))
                .isEqualTo(
                        status(message).getString("deliveries[0].delivery.evidence.find { it.rung == 'RECALLED' }.at"));
        assertThat(one.getString("readers[0].role")).isEqualTo("PERSON");
        assertThat(one.getList("measures")).contains("CONTENT_SEALED");
        assertThat(one.prettify())
                .doesNotContain(kari.value(), people.alias(kari).toString(), "Innkalling");
        clinic(OTHER_CLINIC)
                .get("/v1/sender/breaches/" + pack.get("breachId"))
                .then()
                .statusCode(404);
    }

    @Test
    void theBreachPackCountsEachReaderOnceAndWhatEachHasTaken() {
        NationalIdentityNumber mother = people.registeredAndInAgreement();
        NationalIdentityNumber father = people.registeredAndInAgreement();
        NationalIdentityNumber child = childOf(mother, father);
        String attachment = uploaded(pdfWith("breach"));
        String message = sent(with(
                with(letterTo(child), "copies", List.of(Map.of("organization", GP_OFFICE))),
                "attachments",
                List.of(attachment)));
        String letter = published(mother, childsId);
        for (NationalIdentityNumber parent : List.of(mother, father, mother)) {
            for (String what : List.of("/openings", "/attachments/" + attachment)) {
                actingFor(parent, childsId)
                        .request(what.equals("/openings") ? Method.POST : Method.GET, "/v1/me/letters/" + letter + what)
                        .then()
                        .statusCode(200);
            }
        }
        clinic(GP_OFFICE)
                .post("/v1/organization/letters/" + status(message).getString("deliveries[1].delivery.deliveryId")
                        + "/fetches")
                .then()
                .statusCode(200);

        recall(message, "WRONG_RECIPIENT").statusCode(200);

        JsonPath pack = clinic(CLINIC)
                .get("/v1/sender/breaches/" + breaches(message).getFirst().get("breachId"))
                .jsonPath();
        assertThat(pack.getList("readers.role")).containsExactly("REPRESENTATIVE", "REPRESENTATIVE", "COPY_RECIPIENT");
        assertThat(pack.getList("readers.pseudonym")).doesNotHaveDuplicates();
        assertThat(pack.getList("readers.downloads")).containsExactly(1, 1, 0);
        assertThat(pack.getInt("numbers.opened")).isEqualTo(3);
        assertThat(pack.getInt("numbers.downloaded")).isEqualTo(2);
        assertThat(pack.getInt("numbers.attachments")).isEqualTo(1);
        assertThat(pack.getInt("numbers.recipients")).isEqualTo(2);
    }

    @Test
    void whoReadsForAChildSaysThatALetterIsSomebodyElses() {
        NationalIdentityNumber mother = people.registeredAndInAgreement();
        NationalIdentityNumber child = childOf(mother);
        String message = sent(letterTo(child));
        String letter = published(mother, childsId);
        person(mother).post("/v1/me/letters/" + letter + "/not-mine").then().statusCode(404);

        actingFor(mother, childsId)
                .post("/v1/me/letters/" + letter + "/not-mine")
                .then()
                .statusCode(204);

        assertThat(status(message).getString("deliveries[0].delivery.evidence.find { it.rung == 'DISOWNED' }.detail"))
                .isEqualTo("REPRESENTATIVE");
        assertThat(breaches(message).getFirst()).containsEntry("cause", "NOT_MINE");
        actingFor(mother, childsId)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(409)
                .body("code", equalTo("BD-1360"));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anyMatch(entry -> entry.action().equals("letter-disowned")
                        && people.alias(child).equals(entry.subject())
                        && entry.purpose().equals("on-behalf-as-parent")));
    }

    @Test
    void aMistakeInALetterThatWasReadMarksItAndLeavesItReadable() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);

        recall(message, "CORRECTED").statusCode(200);
        recall(message, "CORRECTED").statusCode(200);

        open(kari, letter).statusCode(200);
        person(kari).get("/v1/me/letters/" + letter).then().body("withdrawn", equalTo("CORRECTED"));
        assertThat(status(message).getList("deliveries[0].delivery.evidence.rung"))
                .containsOnlyOnce("RECALLED");
        assertThat(breaches(message)).isEmpty();
    }

    @Test
    void whoSaysThatALetterIsNotTheirsSealsItAndItsSenderMustFindWhomItWasFor() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);
        assertThat(status(message).getBoolean("complete")).isTrue();

        person(kari).post("/v1/me/letters/" + letter + "/not-mine").then().statusCode(204);

        open(kari, letter).statusCode(409).body("code", equalTo("BD-1360"));
        JsonPath status = status(message);
        assertThat(status.getBoolean("complete")).isFalse();
        assertThat(status.getString("deliveries[0].delivery.fallback")).isEqualTo("ORDERED");
        assertThat(status.getString("deliveries[0].delivery.reason")).isEqualTo("NOT_MINE");
        assertThat(status.getList("deliveries[0].delivery.evidence.rung"))
                .containsExactly("ACCEPTED", "PUBLISHED", "OPENED", "DISOWNED", "FALLBACK_ORDERED");
        assertThat(breaches(message).getFirst()).containsEntry("cause", "NOT_MINE");
        person(kari).post("/v1/me/letters/" + letter + "/not-mine").then().statusCode(409);
        await().untilAsserted(() -> assertThat(facts.published(DeliveryDisowned.class))
                .filteredOn(fact -> fact.messageId().toString().equals(message))
                .hasSize(1));
    }

    @Test
    void whatItsReaderHasDisownedUnopenedCanBeTakenBackAndStaysEvidence() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(with(letterTo(kari), "copies", List.of(Map.of("organization", GP_OFFICE))));
        String letter = published(kari);
        person(kari).post("/v1/me/letters/" + letter + "/not-mine").then().statusCode(204);

        recall(message, "WRONG_RECIPIENT").statusCode(200).body("complete", equalTo(true));

        assertThat(status(message)
                        .getList("deliveries.delivery.evidence.flatten().findAll{it.rung=='RECALLED'}.detail"))
                .containsExactly("SEALED", "UNOPENED");
        open(kari, letter).statusCode(409).body("code", equalTo("BD-1360"));
        await().untilAsserted(() -> assertThat(wraps(message)).isEqualTo(2)); // the sender's and the sealed one
        assertThat(breaches(message)).extracting(breach -> breach.get("cause")).containsExactly("NOT_MINE");
    }

    @Test
    void anotherClinicsLetterCannotBeTakenBackNorAnotherPersonsDisowned() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);

        clinic(OTHER_CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "WITHDRAWN"))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then()
                .statusCode(404);
        person(people.registeredAndInAgreement())
                .post("/v1/me/letters/" + letter + "/not-mine")
                .then()
                .statusCode(404);

        assertThat(status(message).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED");
    }

    private NationalIdentityNumber childOf(NationalIdentityNumber... parents) {
        LocalDate born = LocalDate.of(2018, 1, 7);
        NationalIdentityNumber child = people.stranger();
        childsId = UUID.randomUUID();
        people.restate(
                childsId,
                1,
                child,
                People.child(
                        born,
                        Stream.of(parents)
                                .map(parent -> People.parent(people.alias(parent), born))
                                .toArray(Representation[]::new)));
        return child;
    }

    private static RequestSpecification actingFor(NationalIdentityNumber reader, UUID person) {
        return person(reader).header("Brevdue-On-Behalf-Of", person);
    }

    private static String published(NationalIdentityNumber reader, UUID person) {
        await().untilAsserted(() ->
                actingFor(reader, person).get("/v1/me/letters").then().body("letters", hasSize(1)));
        return actingFor(reader, person).get("/v1/me/letters").then().extract().path("letters[0].letterId");
    }

    private static String sent(Map<String, Object> letter) {
        return send(letter).statusCode(201).extract().path("messageId");
    }

    private static String published(NationalIdentityNumber person) {
        await().untilAsserted(() -> person(person).get("/v1/me/letters").then().body("letters", hasSize(1)));
        return person(person).get("/v1/me/letters").then().extract().path("letters[0].letterId");
    }

    private static ValidatableResponse open(NationalIdentityNumber person, String letter) {
        return person(person).post("/v1/me/letters/" + letter + "/openings").then();
    }

    private static ValidatableResponse recall(String message, String reason) {
        return clinic(Mail.CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then();
    }

    private static List<Map<String, Object>> breaches(String message) {
        return clinic(CLINIC)
                .get("/v1/sender/breaches")
                .then()
                .statusCode(200)
                .extract()
                .path("breaches.findAll { it.messageId == '" + message + "' }");
    }

    private int wraps(String message) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from message_key where message_id = :message")
                .bind("message", UUID.fromString(message))
                .mapTo(Integer.class)
                .one());
    }
}
