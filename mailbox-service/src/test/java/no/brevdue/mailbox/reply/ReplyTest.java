package no.brevdue.mailbox.reply;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.contracts.mailbox.v1.ReplyMoved;
import no.brevdue.mailbox.Dialogue;
import no.brevdue.mailbox.Mail;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static no.brevdue.mailbox.Dialogue.TALKING_CLINIC;
import static no.brevdue.mailbox.Dialogue.answer;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Answers to letters: behind an agreement of their own, with the clinic in the end, and never lost in silence. */
@QuarkusTest
class ReplyTest {

    private static final String CONTACT = "contact";

    private final Dialogue dialogue;
    private final People people;
    private final Facts facts;
    private final Database database;
    private final JobRunner jobs;
    private final ReplyDeadlineService deadlines;
    private final TestClock clock;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber kari;

    ReplyTest(
            Dialogue dialogue,
            People people,
            Facts facts,
            Database database,
            JobRunner jobs,
            ReplyDeadlineService deadlines,
            TestClock clock) {
        this.dialogue = dialogue;
        this.people = people;
        this.facts = facts;
        this.database = database;
        this.jobs = jobs;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @BeforeEach
    void somebodyWhoHasAcceptedTheTerms() {
        kari = people.registeredAndInAgreement();
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void withoutTheAgreementNothingIsWrittenAndItIsSaidWhatToAskFor() {
        String letter = dialogue.opened(kari);

        answer(kari, letter)
                .statusCode(403)
                .body("code", equalTo("BD-1350"))
                .body("detail", containsString("feature=contact, controller=" + TALKING_CLINIC));
        obstacle(letter, "AGREEMENT_NEEDED");
        assertThat(stored(letter)).isZero();

        dialogue.agrees(kari, 2, OTHER_CLINIC, CONTACT);
        dialogue.agrees(kari, 3, TALKING_CLINIC, "letters");
        applied(3);
        answer(kari, letter).statusCode(403).body("code", equalTo("BD-1350"));

        dialogue.agrees(kari, 4, TALKING_CLINIC, CONTACT);
        await().untilAsserted(() -> obstacle(letter, null));
        answer(kari, letter).statusCode(201).body("state", equalTo("ACCEPTED")).body("fetchedAt", nullValue());
        assertThat(stored(letter)).isEqualTo(1);
    }

    @Test
    void aWithdrawalEndsWritingAndWhatWasWrittenStays() {
        String letter = answerable();
        String reply = answer(kari, letter).statusCode(201).extract().path("replyId");

        dialogue.withdraws(kari, 3, TALKING_CLINIC, CONTACT);

        await().untilAsserted(() -> answer(kari, letter).statusCode(403).body("code", equalTo("BD-1350")));
        replies(letter).body("replies", hasSize(1)).body("replies[0].text", equalTo("Takk, timen passer."));
        fetch(clinic(TALKING_CLINIC), reply).statusCode(200).body("text", equalTo("Takk, timen passer."));
    }

    @Test
    void theClinicHearsOfItFetchesItAndAcknowledgesItAndThePersonSeesHowFarItCame() {
        String letter = answerable();
        String reply = answer(kari, letter).statusCode(201).extract().path("replyId");

        await().untilAsserted(() -> assertThat(news("letter-answered", letter)).containsExactly(reply));
        clinic(TALKING_CLINIC)
                .get("/v1/organization/replies?limit=100")
                .then()
                .statusCode(200)
                .body("replies.find { it.replyId == '" + reply + "' }.state", equalTo("ACCEPTED"));
        acknowledge(reply, "FILED").statusCode(409).body("code", equalTo("BD-1358"));
        fetch(clinic(TALKING_CLINIC), reply)
                .statusCode(200)
                .body("text", equalTo("Takk, timen passer."))
                .body("writtenBy", equalTo("PERSON"));
        replies(letter).body("replies[0].state", equalTo("FETCHED"));
        person(kari).get("/v1/me/letters/" + letter).then().body("readBy", equalTo(List.of("PERSON")));
        fetch(atWork(TALKING_CLINIC), reply).statusCode(200);
        acknowledge(reply, "FILED").statusCode(200).body("state", equalTo("ACKNOWLEDGED"));
        acknowledge(reply, "FILED").statusCode(200);
        acknowledge(reply, "REJECTED").statusCode(409).body("code", equalTo("BD-1359"));

        replies(letter)
                .body("replies[0].state", equalTo("ACKNOWLEDGED"))
                .body("replies[0].rejected", equalTo(false))
                .body("replies[0].overdue", equalTo(false));
        clinic(TALKING_CLINIC)
                .get("/v1/organization/replies?limit=100")
                .then()
                .body("replies.findAll { it.replyId == '" + reply + "' }", hasSize(0));
        await().untilAsserted(() -> assertThat(facts.published(ReplyMoved.class))
                .filteredOn(fact -> fact.replyId().toString().equals(reply))
                .extracting(ReplyMoved::version)
                .containsExactly(1L, 2L, 3L));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> people.alias(kari).equals(entry.subject())
                        && entry.object().equals(reply))
                .extracting(AuditEntryRecorded::action)
                .contains("reply-accepted", "reply-fetched", "reply-acknowledged"));
    }

    @Test
    void aReplyThatIsLeftLyingIsToldToTheClinicAgainAndShownToWhoeverWroteIt() {
        String letter = answerable();
        String reply = answer(kari, letter).statusCode(201).extract().path("replyId");
        fetch(clinic(TALKING_CLINIC), reply).statusCode(200);

        clock.set(TestClock.START.plus(Duration.ofDays(2)));
        jobs.wake(ReplyDeadlineJob.class);
        replies(letter).body("replies[0].overdue", equalTo(false));
        clock.set(TestClock.START.plus(Duration.ofDays(3).plusMinutes(1)));
        jobs.wake(ReplyDeadlineJob.class);

        await().untilAsserted(() -> assertThat(news("reply-overdue", letter)).containsExactly(reply));
        replies(letter).body("replies[0].overdue", equalTo(true));
        // Thursday: the next three working days end on Tuesday.
        clock.set(TestClock.START.plus(Duration.ofDays(8).plusMinutes(2)));
        jobs.wake(ReplyDeadlineJob.class);
        await().untilAsserted(() -> assertThat(news("reply-overdue", letter)).containsExactly(reply, reply));
        acknowledge(reply, "FILED").statusCode(200);
        replies(letter).body("replies[0].overdue", equalTo(false));
    }

    @Test
    void replicasThatTellAtTheSameTimeTellOfEachReplyOnce() throws Exception {
        String letter = answerable();
        String reply = answer(kari, letter).statusCode(201).extract().path("replyId");
        multiply(reply, 100);
        clock.set(TestClock.START.plus(Duration.ofDays(3).plusMinutes(1)));
        Callable<Integer> engine = () -> {
            int told = 0;
            for (int round = deadlines.tell(3); round > 0; round = deadlines.tell(3)) {
                told += round;
            }
            return told;
        };

        // The engine of the running service is the third.
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> done : replicas.invokeAll(List.of(engine, engine))) {
                assertThat(done.get()).isNotNegative();
            }
        }

        await().untilAsserted(() ->
                assertThat(news("reply-overdue", letter)).hasSize(101).doesNotHaveDuplicates());
        await().untilAsserted(() -> assertThat(facts.published(ReplyMoved.class))
                .filteredOn(fact ->
                        fact.version() == 2 && fact.messageId().toString().equals(messageOf(letter)))
                .hasSize(101));
        database.asWorkerDo(tx -> tx.handle().execute("delete from reply where idempotency_key like 'copy-%'"));
    }

    /** As if it had been written so often; nobody reads these. */
    private void multiply(String reply, int times) {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("""
                        insert into reply
                        select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
                            'idempotency_key', 'copy-' || i))).*
                        from reply r, generate_series(1, :times) i where r.id = :reply""")
                .bind("reply", UUID.fromString(reply))
                .bind("times", times)
                .execute());
    }

    @Test
    void anotherPersonsLetterAndAnotherClinicsReplyAreNotThere() {
        String letter = answerable();
        String reply = answer(kari, letter).statusCode(201).extract().path("replyId");
        NationalIdentityNumber ola = people.registeredAndInAgreement();

        answer(ola, letter).statusCode(404).body("code", equalTo("BD-1310"));
        person(ola).get("/v1/me/letters/" + letter + "/replies").then().statusCode(404);
        fetch(clinic(OTHER_CLINIC), reply).statusCode(404).body("code", equalTo("BD-1357"));
        fetch(atWork(OTHER_CLINIC), reply).statusCode(404);
        clinic(OTHER_CLINIC)
                .get("/v1/organization/replies?limit=100")
                .then()
                .body("replies.findAll { it.replyId == '" + reply + "' }", hasSize(0));
        fetch(Mail.bearer(Tokens.clientSystem(TALKING_CLINIC, "brevdue:letters.read")), reply)
                .statusCode(403);
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anyMatch(entry -> people.alias(kari).equals(entry.subject())
                        && entry.action().equals("letter-sought")));
    }

    @Test
    void aCopyRecipientSeesNoReply() {
        Map<String, Object> letter = with(letterTo(kari), "replyAllowed", true);
        agreed();
        String delivery = dialogue.published(with(letter, "copies", List.of(Map.of("organization", GP_OFFICE))));
        await().until(
                        () -> person(kari)
                                .post("/v1/me/letters/" + delivery + "/openings")
                                .statusCode(),
                        status -> status == 200);
        String reply = answer(kari, delivery).statusCode(201).extract().path("replyId");

        fetch(clinic(GP_OFFICE), reply).statusCode(404);
    }

    @Test
    void whatIsNotAllowedNotOpenedOrTakenBackIsNotAnswered() {
        agreed();
        String silent = dialogue.published(letterTo(kari));
        person(kari).post("/v1/me/letters/" + silent + "/openings").then().statusCode(200);
        obstacle(silent, "SENDER_TAKES_NO_REPLIES");
        answer(kari, silent).statusCode(409).body("code", equalTo("BD-1353"));

        String letter = dialogue.letter(kari);
        obstacle(letter, "NOT_OPENED");
        answer(kari, letter).statusCode(409).body("code", equalTo("BD-1322"));
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        Mail.personAtLevelSubstantial(kari)
                .get("/v1/me/letters/" + letter)
                .then()
                .body("cannotReplyBecause", equalTo("LOG_IN_AT_LEVEL_HIGH"));
        String message = messageOf(letter);
        clinic(TALKING_CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "CORRECTED"))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then()
                .statusCode(200);
        obstacle(letter, "TAKEN_BACK");
        answer(kari, letter).statusCode(409).body("code", equalTo("BD-1354"));
        assertThat(stored(letter)).isZero();
    }

    @Test
    void inDoubtNothingIsAccepted() {
        String letter = answerable();

        // Version 3 is missing: it may have been a withdrawal.
        facts.publish(new AccessRestrictionLifted(people.alias(kari), 4, DeniedKind.ORGANIZATION, OTHER_CLINIC));

        await().untilAsserted(() -> answer(kari, letter).statusCode(503).body("code", equalTo("BD-1352")));
        obstacle(letter, "AGREEMENT_IN_DOUBT");
    }

    @Test
    void theSameRequestIsTheSameReplyAlsoForTwinsAndAnotherTextUnderItsKeyIsRefused() throws Exception {
        String letter = answerable();
        String other = dialogue.opened(kari);
        String key = UUID.randomUUID().toString();
        CyclicBarrier ready = new CyclicBarrier(4);

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> twins = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        int unused = ready.await();
                        return answer(kari, letter, key, "Ja.")
                                .statusCode(201)
                                .extract()
                                .<String>path("replyId");
                    }))
                    .toList();
            String first = twins.getFirst().get();
            for (Future<String> twin : twins) {
                assertThat(twin.get()).isEqualTo(first);
            }
        }

        assertThat(stored(letter)).isEqualTo(1);
        answer(kari, letter, key, "Nei.").statusCode(422).body("code", equalTo("BD-1356"));
        answer(kari, other, key, "Ja.").statusCode(422).body("code", equalTo("BD-1356"));
        answer(kari, letter, "two words", "Ja.").statusCode(400).body("code", equalTo("BD-1301"));
        answer(kari, letter, UUID.randomUUID().toString(), " ").statusCode(400);
        answer(kari, letter, UUID.randomUUID().toString(), "x".repeat(5_001)).statusCode(400);
        assertThat(stored(letter)).isEqualTo(1);
    }

    @Test
    void aWithdrawalAndARecallBesideAReplyAreBeforeItOrAfterIt() throws Exception {
        for (int round = 0; round < 3; round++) {
            NationalIdentityNumber person = people.registeredAndInAgreement();
            kari = person;
            String letter = answerable();
            CyclicBarrier ready = new CyclicBarrier(3);
            try (var threads = Executors.newFixedThreadPool(3)) {
                Future<Integer> reply = threads.submit(() -> {
                    int unused = ready.await();
                    return answer(person, letter).extract().statusCode();
                });
                Future<?> withdrawal = threads.submit(() -> {
                    int unused = ready.await();
                    dialogue.withdraws(person, 3, TALKING_CLINIC, CONTACT);
                    return null;
                });
                Future<Integer> recall = threads.submit(() -> {
                    int unused = ready.await();
                    return clinic(TALKING_CLINIC)
                            .contentType(ContentType.JSON)
                            .body(Map.of("reason", "CORRECTED"))
                            .post("/v1/sender/messages/" + messageOf(letter) + "/recalls")
                            .statusCode();
                });
                assertThat(withdrawal.get()).isNull();
                assertThat(recall.get()).isEqualTo(200);
                assertThat(reply.get()).isIn(201, 403, 409);
                assertThat(stored(letter)).isEqualTo(reply.get() == 201 ? 1 : 0);
            }
            await().untilAsserted(() ->
                    assertThat(answer(person, letter).extract().statusCode()).isEqualTo(409));
        }
    }

    @Test
    void whoActsForAnotherAnswersAsSuchAndTheDeadDoNot() {
        UUID karisId = UUID.randomUUID();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        kari = people.stranger();
        PersonFacts represented = People.represented(People.powerOf(people.alias(ola)));
        people.restate(karisId, 1, kari, represented);
        people.acceptsTerms(kari);
        String letter = answerable();

        for (Map.Entry<String, Integer> each : Map.of(
                        karisId.toString(), 201, UUID.randomUUID().toString(), 404)
                .entrySet()) {
            person(ola)
                    .header("Brevdue-On-Behalf-Of", each.getKey())
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(Map.of("text", "På hennes vegne."))
                    .post("/v1/me/letters/" + letter + "/replies")
                    .then()
                    .statusCode(each.getValue());
        }
        replies(letter).body("replies.writtenBy", equalTo(List.of("REPRESENTATIVE")));

        people.restate(
                karisId,
                2,
                kari,
                new PersonFacts(
                        represented.birthDate(),
                        true,
                        false,
                        false,
                        true,
                        true,
                        represented.language(),
                        represented.plan()));
        await().untilAsserted(() -> answer(kari, letter).statusCode(403).body("code", equalTo("BD-1329")));
    }

    @Test
    void whoMayReadOnlyForAnotherWritesNothing() {
        UUID karisId = UUID.randomUUID();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        kari = people.stranger();
        Representation power = People.powerOf(people.alias(ola));
        Representation reading = new Representation(
                power.representative(),
                power.kind(),
                power.extent(),
                RepresentationScope.READ,
                power.from(),
                power.until());
        people.restate(karisId, 1, kari, People.represented(reading));
        people.acceptsTerms(kari);
        String letter = answerable();

        await().untilAsserted(() -> person(ola)
                .header("Brevdue-On-Behalf-Of", karisId)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("text", "På hennes vegne."))
                .post("/v1/me/letters/" + letter + "/replies")
                .then()
                .statusCode(403)
                .body("code", equalTo("BD-1328")));
        assertThat(stored(letter)).isZero();
    }

    @Test
    void aLetterIsAnsweredTwentyTimesAtMost() {
        String letter = answerable();
        for (int i = 0; i < 20; i++) {
            answer(kari, letter).statusCode(201);
        }

        answer(kari, letter).statusCode(409).body("code", equalTo("BD-1355"));
        assertThat(stored(letter)).isEqualTo(20);
    }

    @Test
    void aLetterDeletedForGoodTakesThePersonsCopyOfTheRepliesWithItAndLeavesTheClinicIts() {
        String letter = answerable();
        String reply = answer(kari, letter).statusCode(201).extract().path("replyId");

        person(kari)
                .contentType(ContentType.JSON)
                .body(Map.of("forGood", true))
                .post("/v1/me/letters/" + letter + "/deletions")
                .then()
                .statusCode(204);

        await().untilAsserted(() -> assertThat(keys(reply)).isEqualTo(1));
        answer(kari, letter).statusCode(404);
        fetch(clinic(TALKING_CLINIC), reply).statusCode(200).body("text", equalTo("Takk, timen passer."));
    }

    @Test
    void anAnswerIsNowhereInThePlain() {
        String letter = answerable();
        String secret = "Hemmelig " + UUID.randomUUID();
        answer(kari, letter, UUID.randomUUID().toString(), secret).statusCode(201);

        int found = database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from reply where position(convert_to(:text, 'UTF8') in ciphertext) > 0")
                .bind("text", secret)
                .mapTo(Integer.class)
                .one());
        assertThat(found).isZero();
    }

    private String answerable() {
        agreed();
        return dialogue.opened(kari);
    }

    private void agreed() {
        dialogue.agrees(kari, 2, TALKING_CLINIC, CONTACT);
        applied(2);
    }

    private void applied(long version) {
        await().until(() -> database.asWorker(tx -> tx.handle()
                .createQuery("select exists (select from decision_head where alias = :alias and version >= :version)")
                .bind("alias", people.alias(kari))
                .bind("version", version)
                .mapTo(Boolean.class)
                .one()));
    }

    private void obstacle(String letter, @Nullable String why) {
        person(kari)
                .get("/v1/me/letters/" + letter)
                .then()
                .body("canReply", equalTo(why == null))
                .body("cannotReplyBecause", equalTo(why));
    }

    private ValidatableResponse replies(String letter) {
        return person(kari).get("/v1/me/letters/" + letter + "/replies").then().statusCode(200);
    }

    private static ValidatableResponse fetch(RequestSpecification as, String reply) {
        return as.contentType(ContentType.JSON)
                .body(Map.of("purpose", "TREATMENT"))
                .post("/v1/organization/replies/" + reply + "/fetches")
                .then();
    }

    private static ValidatableResponse acknowledge(String reply, String outcome) {
        return clinic(TALKING_CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", outcome))
                .post("/v1/organization/replies/" + reply + "/acknowledgements")
                .then();
    }

    private static RequestSpecification atWork(String organization) {
        return Mail.bearer(Tokens.healthWorker("9144900", organization).with("scope", "brevdue:inbox"));
    }

    private static List<String> news(String type, String letter) {
        return JsonPath.with(clinic(TALKING_CLINIC)
                        .get("/v1/sender/events?limit=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("events.findAll { it.deliveryId == '" + letter + "' && it.type == '" + type + "' }.detail");
    }

    private String messageOf(String letter) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select message_id from delivery where id = :id")
                .bind("id", UUID.fromString(letter))
                .mapTo(String.class)
                .one());
    }

    private int stored(String letter) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from reply where delivery_id = :id")
                .bind("id", UUID.fromString(letter))
                .mapTo(Integer.class)
                .one());
    }

    private int keys(String reply) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from reply_key where reply_id = :id")
                .bind("id", UUID.fromString(reply))
                .mapTo(Integer.class)
                .one());
    }
}
