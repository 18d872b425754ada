package no.brevdue.mailbox.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Acting for another, as a representative's front end does it. */
@QuarkusTest
class RepresentativeTest {

    private static final String ON_BEHALF_OF = "Brevdue-On-Behalf-Of";
    private static final LocalDate BORN = LocalDate.of(2014, 1, 7);
    private static final Instant TWELVE = Instant.parse("2026-01-06T23:00:00Z");

    private final People people;
    private final Facts facts;
    private final TestClock clock;
    private final AgroalDataSource worker;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber mother;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber child;

    private final UUID childsId = UUID.randomUUID();

    RepresentativeTest(People people, Facts facts, TestClock clock, @DataSource("worker") AgroalDataSource worker) {
        this.people = people;
        this.facts = facts;
        this.clock = clock;
        this.worker = worker;
    }

    @BeforeEach
    void aMotherAndHerChild() {
        mother = people.registeredAndInAgreement();
        child = people.stranger();
        people.restate(childsId, 1, child, childOf(mother));
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aMotherReadsHerChildsLetterAndTheRecordSaysForWhom() {
        String message = send(letterTo(child)).statusCode(201).extract().path("messageId");
        String letter = published();

        open(letter).statusCode(200).body("body", equalTo("Du har time mandag."));

        assertThat(status(message).getString("deliveries[0].delivery.evidence.find { it.rung == 'OPENED' }.detail"))
                .isEqualTo("REPRESENTATIVE");
        asMother().get("/v1/me/letters/" + letter).then().body("readBy", equalTo(List.of("REPRESENTATIVE")));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("letter-opened");
                    assertThat(entry.actor()).isEqualTo(people.alias(mother).toString());
                    assertThat(entry.subject()).isEqualTo(people.alias(child));
                    assertThat(entry.purpose()).isEqualTo("on-behalf-as-parent");
                }));
        person(mother).get("/v1/me/letters").then().statusCode(200).body("letters", hasSize(0));
        person(mother).get("/v1/me/letters/" + letter).then().statusCode(404);
        person(mother).post("/v1/me/letters/" + letter + "/openings").then().statusCode(404);
    }

    @Test
    void atMidnightBeforeTheTwelfthBirthdayTheMotherIsOutAndTheSenderHearsIt() {
        String message = send(letterTo(child)).statusCode(201).extract().path("messageId");
        send(with(letterTo(child), "parentVisibility", "VISIBLE")).statusCode(201);
        await().untilAsserted(() -> asMother().get("/v1/me/unread-count").then().body("unread", equalTo(2)));
        String hidden = status(message).getString("deliveries[0].delivery.deliveryId");
        clock.set(TWELVE.minusSeconds(1));
        asMother().get("/v1/me/letters").then().body("letters", hasSize(2));

        clock.set(TWELVE);

        asMother().get("/v1/me/letters").then().statusCode(200).body("letters", hasSize(1));
        asMother().get("/v1/me/unread-count").then().body("unread", equalTo(1));
        asMother().get("/v1/me/letters/" + hidden).then().statusCode(404);
        open(hidden).statusCode(404);
        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.reason"))
                .isEqualTo("NO_DIGITAL_READER"));
    }

    @Test
    void theChildReadsAloneFromTheDayOfThePlan() {
        send(letterTo(child)).statusCode(201);
        String letter = published();
        open(letter).statusCode(200);
        people.acceptsTerms(child);
        person(child).get("/v1/me/letters").then().statusCode(403).body("code", equalTo("BD-1327"));

        people.restate(
                childsId, 2, child, planned(childOf(mother), new ReadingPlan(LocalDate.of(2026, 1, 5), List.of())));

        await().untilAsserted(() -> person(child)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(200));
        person(child)
                .get("/v1/me/letters/" + letter)
                .then()
                .body("readBy", equalTo(List.of("REPRESENTATIVE", "PERSON")));
        open(letter).statusCode(404);
    }

    @Test
    void whatIsTakenBackWhileALetterIsOpenedIsRefusedAsIfItHadBeenTakenBackBefore() {
        UUID jonsId = UUID.randomUUID();
        NationalIdentityNumber jon = people.stranger();
        people.restate(jonsId, 1, jon, readingFrom(LocalDate.of(2026, 1, 5)));
        people.acceptsTerms(jon);
        send(letterTo(jon)).statusCode(201);
        String letter = await().until(
                        () -> person(jon).get("/v1/me/letters").then().extract().path("letters[0].letterId"),
                        id -> id != null);
        person(jon).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);

        CompletableFuture<ValidatableResponse> opening;
        try (Handle handle = Jdbi.open(worker)) {
            handle.begin();
            handle.execute("select from delivery where id = ?::uuid for update", letter);
            opening = CompletableFuture.supplyAsync(() ->
                    person(jon).post("/v1/me/letters/" + letter + "/openings").then());
            await().until(() -> number("select count(*) from pg_locks where not granted") > 0);
            people.restate(jonsId, 2, jon, readingFrom(LocalDate.of(2027, 3, 14)));
            await().until(() -> number("select version from recipient where person_id = '" + jonsId + "'") == 2);
            handle.rollback();
        }

        opening.join().statusCode(403).body("code", equalTo("BD-1327"));
    }

    private static PersonFacts readingFrom(LocalDate day) {
        return planned(People.ADULT, new ReadingPlan(day, List.of()));
    }

    private long number(String query) {
        return Jdbi.create(worker)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    @Test
    void whatIsHiddenIsAsIfItHadNeverBeen() {
        send(letterTo(child)).statusCode(201);
        String letter = published();

        people.restate(childsId, 2, child, People.child(BORN));

        await().untilAsserted(() -> asMother().get("/v1/me/letters").then().statusCode(404));
        String hidden = open(letter).statusCode(404).extract().body().asString();
        String never = person(mother)
                .header(ON_BEHALF_OF, UUID.randomUUID())
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(404)
                .extract()
                .body()
                .asString();
        assertThat(withoutTrace(hidden)).isEqualTo(withoutTrace(never));
    }

    @Test
    void inDoubtNobodyReadsForAnotherAndWhatIsOnesOwnStaysReadable() {
        send(letterTo(child)).statusCode(201);
        String childsLetter = published();
        UUID fathersId = UUID.randomUUID();
        NationalIdentityNumber father = people.stranger();
        people.restate(fathersId, 1, father, People.ADULT);
        people.acceptsTerms(father);
        send(letterTo(father)).statusCode(201);
        String own = await().until(
                        () -> person(father)
                                .get("/v1/me/letters")
                                .then()
                                .extract()
                                .path("letters[0].letterId"),
                        id -> id != null);

        // Version 2 of the child is missing, and something about the father cannot be read.
        facts.publish(new ContactabilityChanged(childsId, 3, false, false, false, Language.NB));
        facts.publishRubbish(Topic.IDENTITY_EVENTS, fathersId.toString());

        await().untilAsserted(() -> asMother().get("/v1/me/letters").then().statusCode(404));
        open(childsLetter).statusCode(404);
        person(father).post("/v1/me/letters/" + own + "/openings").then().statusCode(200);
    }

    @Test
    void nobodyReadsForAPersonOfWhomSomethingCannotBeRead() {
        UUID giversId = UUID.randomUUID();
        NationalIdentityNumber giver = people.stranger();
        people.restate(giversId, 1, giver, People.represented(People.powerOf(people.alias(mother))));
        await().untilAsserted(() -> person(mother)
                .header(ON_BEHALF_OF, giversId)
                .get("/v1/me/letters")
                .then()
                .statusCode(200));

        facts.publishRubbish(Topic.IDENTITY_EVENTS, giversId.toString());

        await().untilAsserted(() -> person(mother)
                .header(ON_BEHALF_OF, giversId)
                .get("/v1/me/letters")
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1323")));
    }

    @Test
    void aPowerToReadIsNoneToAnswerAndEndsAtOnce() {
        UUID giversId = UUID.randomUUID();
        NationalIdentityNumber giver = people.stranger();
        var power = new Representation(
                people.alias(mother),
                RepresentationKind.POWER_OF_ATTORNEY,
                RepresentationExtent.ALL,
                RepresentationScope.READ,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 7, 1));
        people.restate(
                giversId,
                1,
                giver,
                planned(People.ADULT, new ReadingPlan(People.ADULT.plan().readsOwnFrom(), List.of(power))));
        send(with(letterTo(giver), "confirmationRequired", true)).statusCode(201);
        String letter = await().until(
                        () -> person(mother)
                                .header(ON_BEHALF_OF, giversId)
                                .get("/v1/me/letters")
                                .then()
                                .extract()
                                .path("letters[0].letterId"),
                        id -> id != null);

        person(mother)
                .header(ON_BEHALF_OF, giversId)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .statusCode(200)
                .body("nextStep", equalTo("NONE"));
        person(mother)
                .header(ON_BEHALF_OF, giversId)
                .post("/v1/me/letters/" + letter + "/confirmations")
                .then()
                .statusCode(403)
                .body("code", equalTo("BD-1328"));
        people.restate(giversId, 2, giver, People.ADULT);

        await().untilAsserted(() -> person(mother)
                .header(ON_BEHALF_OF, giversId)
                .get("/v1/me/letters")
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1323")));
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        person(mother)
                .header(ON_BEHALF_OF, "mitt barn")
                .get("/v1/me/letters")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private RequestSpecification asMother() {
        return person(mother).header(ON_BEHALF_OF, childsId);
    }

    private ValidatableResponse open(String letter) {
        return asMother().post("/v1/me/letters/" + letter + "/openings").then();
    }

    private String published() {
        return await().until(
                        () -> asMother().get("/v1/me/letters").then().extract().path("letters[0].letterId"),
                        id -> id != null);
    }

    private PersonFacts childOf(NationalIdentityNumber parent) {
        return People.child(BORN, People.parent(people.alias(parent), BORN));
    }

    private static PersonFacts planned(PersonFacts facts, ReadingPlan plan) {
        return new PersonFacts(
                facts.birthDate(),
                facts.deceased(),
                facts.addressProtected(),
                facts.digitalOptOut(),
                facts.emailUsable(),
                facts.smsUsable(),
                facts.language(),
                plan);
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
}
