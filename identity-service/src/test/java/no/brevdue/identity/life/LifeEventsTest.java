package no.brevdue.identity.life;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.identity.Letters;
import no.brevdue.identity.PopulationFeed;
import no.brevdue.identity.Registers;
import no.brevdue.identity.family.Families;
import no.brevdue.identity.family.Family;
import no.brevdue.identity.family.Guardianship;
import no.brevdue.identity.family.GuardianshipScope;
import no.brevdue.identity.family.GuardianshipType;
import no.brevdue.identity.family.Parent;
import no.brevdue.identity.family.ParentalResponsibility;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class LifeEventsTest {

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    Families families;

    @Inject
    PersonService persons;

    @Inject
    JobRunner jobs;

    @Inject
    TestClock clock;

    @Inject
    FeedService feed;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @AfterEach
    void allIsWell() {
        PopulationFeed.away(false);
        PopulationFeed.busy(0);
        Registers.populationRegisterAway(false);
        clock.set(TestClock.START);
    }

    @Test
    void aDeathIsAFactThatClosesTheLoginAndItsAnnulmentAnother() {
        String number = adult(1100);
        PersonRegistered person = letters.register(number);
        Registers.died(number);

        PopulationFeed.happened(number);

        assertThat(restated(person, 2).facts().deceased()).isTrue();
        as(number).get("/v1/me").then().statusCode(403).body("code", equalTo("BD-1102"));
        as(number).get("/v1/me/logins").then().statusCode(403);
        as(number)
                .contentType("application/json")
                .body("""
                        {"receiver": {"nationalIdentityNumber": "%s"}, "scope": "ACT"}""".formatted(adult(1190)))
                .post("/v1/me/powers-of-attorney")
                .then()
                .statusCode(403)
                .body("code", equalTo("BD-1102"));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("register-facts-changed");
                    assertThat(entry.subject()).isEqualTo(person.alias());
                    assertThat(entry.purpose()).isEqualTo("population-register");
                }));

        Registers.deathAnnulled(number);
        PopulationFeed.happened(number);

        assertThat(restated(person, 3).facts().deceased()).isFalse();
        as(number).get("/v1/me").then().statusCode(200);
    }

    @Test
    void aProtectedAddressIsAFact() {
        String number = adult(1101);
        PersonRegistered person = letters.register(number);
        Registers.isProtected(number, "StrictlyConfidential");

        PopulationFeed.happened(number);

        assertThat(restated(person, 2).facts().addressProtected()).isTrue();
    }

    @Test
    void aFamilyChangesAsTheRegisterSays() {
        String child = adult(1102);
        String mother = adult(1103);
        String father = adult(1104);
        Registers.livesAt(child, "place-11");
        Registers.livesAt(mother, "place-11");
        Registers.livesAt(father, "place-11");
        Registers.responsible(child, mother, "Mother");
        UUID id = letters.register(child).personId();

        Registers.nobodyIsResponsible(child);
        Registers.responsible(child, mother, "Joint");
        Registers.responsible(child, father, "Joint");
        Registers.guardian(child, father, "Minor", "PersonalInterests");
        Registers.named(child, "Nytt", "Navn");
        PopulationFeed.happened(child);

        await().untilAsserted(() -> assertThat(family(id).parents()).hasSize(2));
        assertThat(family(id).parents())
                .containsExactlyInAnyOrder(
                        new Parent(id(mother), ParentalResponsibility.JOINT, true),
                        new Parent(id(father), ParentalResponsibility.JOINT, true));
        assertThat(family(id).guardianships())
                .containsExactly(new Guardianship(id(father), GuardianshipType.MINOR, GuardianshipScope.PERSONAL));
        Optional<String> name = database.asWorker(tx -> persons.name(tx, id));
        assertThat(name).contains("Nytt Navn");

        Registers.livesAt(father, "place-12");
        PopulationFeed.happened(father);

        await().untilAsserted(() ->
                assertThat(family(id).parents()).contains(new Parent(id(father), ParentalResponsibility.JOINT, false)));
    }

    @Test
    void theSameEventsReadAgainChangeNothing() {
        String number = adult(1105);
        PersonRegistered person = letters.register(number);
        Registers.died(number);
        PopulationFeed.happened(number);
        assertThat(restated(person, 2).facts().deceased()).isTrue();
        settled();

        long before = pointer();
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("update feed_pointer set next = 0 where feed = 'population'")
                .execute());
        await().until(() -> pointer() >= before);
        settled();

        assertThat(restatements(person)).hasSize(1);
    }

    @Test
    void whatTheFeedLeavesOutIsLookedForUntilItComes() {
        String number = adult(1106);
        PersonRegistered person = letters.register(number);
        long seen = PopulationFeed.happened(number);
        await().until(() -> pointer() > seen);
        Registers.died(number);
        long missing = PopulationFeed.happenedUntold(number);
        PopulationFeed.happened(adult(1107));

        await().until(() -> gap(missing).equals("OPEN"));
        given().port(management).get("/q/health/well").then().statusCode(503);
        assertThat(restatements(person)).isEmpty();

        PopulationFeed.tells(missing);
        lookAgain();

        assertThat(restated(person, 2).facts().deceased()).isTrue();
        await().until(() -> gap(missing).equals("FILLED"));
    }

    @Test
    void whatNeverComesIsMadeGoodByAskingAboutEverybody() {
        String number = adult(1108);
        PersonRegistered person = letters.register(number);
        long seen = PopulationFeed.happened(number);
        await().until(() -> pointer() > seen);
        Registers.died(number);
        long missing = PopulationFeed.happenedUntold(number);
        PopulationFeed.happened(adult(1109));
        await().until(() -> gap(missing).equals("OPEN"));

        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("update feed_gap set found_at = found_at - interval '1 hour' where outcome is null")
                .execute());
        lookAgain();

        assertThat(restated(person, 2).facts().deceased()).isTrue();
        assertThat(gap(missing)).isEqualTo("EVERYBODY_ASKED");
    }

    @Test
    void aBusyFeedIsLeftAloneForAsManyMillisecondsAsItSays() {
        String number = adult(1113);
        PersonRegistered person = letters.register(number);
        await().until(() -> PopulationFeed.answeredNotModified() > 0);
        int before = PopulationFeed.answeredTooMany();
        PopulationFeed.busy(2_000);
        await().until(() -> PopulationFeed.answeredTooMany() > before);

        assertThat(feed.read()).isFalse();
        assertThat(feed.read()).isFalse();

        assertThat(PopulationFeed.answeredTooMany()).isEqualTo(before + 1);
        PopulationFeed.busy(0);
        Registers.died(number);
        PopulationFeed.happened(number);
        assertThat(restated(person, 2).facts().deceased()).isTrue();
    }

    @Test
    void aFeedThatIsAwayIsReadOnWhereItStopped() {
        String number = adult(1114);
        PersonRegistered person = letters.register(number);
        PopulationFeed.away(true);
        Registers.died(number);
        PopulationFeed.happened(number);
        PopulationFeed.happened("no number at all");

        PopulationFeed.away(false);

        assertThat(restated(person, 2).facts().deceased()).isTrue();
    }

    @Test
    void aRegisterThatIsAwayOrContradictsItselfIsAskedAgainAndNothingIsGuessed() {
        String number = adult(1110);
        PersonRegistered person = letters.register(number);
        Registers.contradictsBirth(number);
        Registers.died(number);
        PopulationFeed.happened(number);
        await().until(() -> attempts(person) >= 2);
        Registers.populationRegisterAway(true);
        await().until(() -> attempts(person) >= 3);
        Registers.forgotten(number);
        Registers.populationRegisterAway(false);
        await().until(() -> attempts(person) >= 4);
        assertThat(restatements(person)).isEmpty();

        Registers.know(number, "1985-03-14");
        Registers.died(number);

        assertThat(restated(person, 2).facts().deceased()).isTrue();
    }

    @Test
    void anAnswerThatIsOlderThanTheEventIsNotTaken() {
        String number = adult(1111);
        PersonRegistered person = letters.register(number);
        Registers.sequence(number, 1);
        long event = PopulationFeed.happened(number);
        await().until(() -> attempts(person) >= 2);

        Registers.died(number);
        Registers.sequence(number, event);

        assertThat(restated(person, 2).facts().deceased()).isTrue();
    }

    @Test
    void anEventOfANumberOfBeforeIsNotComparedWithTheAnswerAboutTheOneInUse() {
        String before = adult(1119);
        String after = SyntheticNumbers.person(1120).value();
        PersonRegistered person = letters.register(before);
        Registers.renumbered(before, after);
        told(before);
        assertThat(restated(person, 2).aliases()).hasSize(2);
        Registers.sequence(after, 1);
        Registers.died(after);

        PopulationFeed.happened(before);

        assertThat(restated(person, 3).facts().deceased()).isTrue();
    }

    @Test
    void aDeathNobodyToldOfIsFoundWithinADay() {
        String number = adult(1112);
        PersonRegistered person = letters.register(number);
        Registers.died(number);
        clock.advance(Duration.ofHours(25));

        jobs.wake(DriftJob.class);

        assertThat(restated(person, 2).facts().deceased()).isTrue();
    }

    /** That nobody looked is seen by a name that somebody took out of the row, and that a look puts back. */
    @Test
    void whatSaysTheSameAgainIsSettledWithoutALookAndWhatDoesNotIsTaken() {
        String number = adult(1115);
        Registers.named(number, "Ida", "Li");
        PersonRegistered person = letters.register(number);
        UUID id = person.personId();
        told(number);
        database.asWorkerDo(tx -> persons.keepName(tx, id, null));

        told(number);

        assertThat(name(id)).isEmpty();
        Registers.died(number);
        told(number);
        assertThat(restated(person, 2).facts().deceased()).isTrue();
        assertThat(name(id)).contains("Ida Li");
    }

    @Test
    void onceTwoAreTwoAgainTheSameAnswerMeansSomebodyElseAndIsLookedAt() {
        String child = adult(1116);
        String one = adult(1117);
        String other = adult(1118);
        Registers.responsible(child, other, "Joint");
        UUID person = letters.register(one).personId();
        UUID id = letters.register(child).personId();
        UUID parent = id(other);
        told(child);
        Registers.merged(other, one);
        told(other);
        told(one);
        await().untilAsserted(() ->
                assertThat(family(id).parents()).extracting(Parent::person).containsExactly(person));
        Registers.know(other, "1985-03-14");
        Registers.know(one, "1985-03-14");
        told(one);
        await().until(() -> id(other).equals(parent));

        told(child);

        assertThat(family(id).parents()).extracting(Parent::person).containsExactly(parent);
    }

    private Optional<String> name(UUID person) {
        return database.asWorker(tx -> persons.name(tx, person));
    }

    /** Returns when the event has been read and the register been asked. */
    private void told(String number) {
        long event = PopulationFeed.happened(number);
        await().until(() -> pointer() > event);
        settled();
    }

    /** Every event so far has been read, and nobody is being asked about. */
    private void settled() {
        await().until(() -> count("select count(*) from population_question") == 0);
    }

    private void lookAgain() {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("update feed_gap set look_again_at = found_at where outcome is null")
                .execute());
        jobs.wake(GapJob.class);
    }

    private PersonRestated restated(PersonRegistered person, long version) {
        return await().until(
                        () -> restatements(person).stream()
                                .filter(fact -> fact.version() == version)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<PersonRestated> restatements(PersonRegistered person) {
        return facts.published(PersonRestated.class).stream()
                .filter(fact -> fact.personId().equals(person.personId()))
                .toList();
    }

    private String gap(long sequence) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select coalesce(outcome, 'OPEN') from feed_gap where :sequence between first and last")
                .bind("sequence", sequence)
                .mapTo(String.class)
                .findOne()
                .orElse("NONE"));
    }

    private int attempts(PersonRegistered person) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select attempts from population_question where person_id = :person")
                .bind("person", person.personId())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    private long pointer() {
        return count("select next from feed_pointer where feed = 'population'");
    }

    private long count(String sql) {
        return database.asWorker(
                tx -> tx.handle().createQuery(sql).mapTo(Long.class).one());
    }

    private Family family(UUID person) {
        return database.asWorker(tx -> families.of(tx, person));
    }

    private UUID id(String number) {
        return database.asWorker(tx -> persons.withNumber(tx, letters.number(number)))
                .orElseThrow();
    }

    private static RequestSpecification as(String number) {
        return given().auth().oauth2(Tokens.citizen(number).sign());
    }

    private static String adult(int n) {
        String number = SyntheticNumbers.person(n).value();
        Registers.know(number, "1985-03-14");
        return number;
    }
}
