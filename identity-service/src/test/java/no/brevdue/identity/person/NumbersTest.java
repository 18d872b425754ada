package no.brevdue.identity.person;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.identity.Letters;
import no.brevdue.identity.PopulationFeed;
import no.brevdue.identity.Registers;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class NumbersTest {

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    PersonService persons;

    @Test
    void aNewNumberIsAnotherNameForTheSamePerson() {
        String before = known(1200);
        String after = number(1201);
        PersonRegistered person = letters.register(before);

        Registers.renumbered(before, after);
        PopulationFeed.happened(before);

        PersonRestated restated = restated(person.personId(), 2);
        assertThat(restated.aliases()).containsExactlyInAnyOrder(letters.alias(before), letters.alias(after));
        String used =
                database.asWorker(tx -> persons.number(tx, person.personId())).value();
        assertThat(used).isEqualTo(after);
        given().auth().oauth2(Tokens.citizen(after).sign()).get("/v1/me").then().statusCode(200);
        given().auth()
                .oauth2(Tokens.citizen(before).sign())
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void aLetterToANumberOfBeforeIsToTheSamePerson() {
        String before = known(1202);
        String after = number(1203);
        Registers.renumbered(before, after);
        PersonRegistered person = letters.register(after);

        facts.publish(letters.request(before));

        assertThat(restated(person.personId(), 2).aliases())
                .containsExactlyInAnyOrder(letters.alias(before), letters.alias(after));
    }

    @Test
    void twoWhoAreOneAreOneAndMayBeTwoAgain() {
        String one = known(1204);
        String other = known(1205);
        PersonRegistered person = letters.register(one);
        PersonRegistered duplicate = letters.register(other);
        login(other);

        Registers.merged(other, one);
        PopulationFeed.happened(other);
        PopulationFeed.happened(one);

        await().untilAsserted(
                        () -> assertThat(aliases(person)).containsExactlyInAnyOrder(person.alias(), duplicate.alias()));
        await().untilAsserted(() -> assertThat(aliases(duplicate)).isEmpty());
        login(one);
        given().auth()
                .oauth2(Tokens.citizen(other).sign())
                .get("/v1/me/logins")
                .then()
                .statusCode(200)
                .body("size()", org.hamcrest.Matchers.equalTo(2));

        Registers.know(other, "1985-03-14");
        Registers.know(one, "1985-03-14");
        PopulationFeed.happened(one);

        await().untilAsserted(() -> assertThat(aliases(person)).containsExactly(person.alias()));
        await().untilAsserted(() -> assertThat(aliases(duplicate)).containsExactly(duplicate.alias()));
    }

    @Test
    void whatSomebodyGaveFollowsThemThroughAMergeAndNoFurther() {
        String one = known(1208);
        String other = known(1209);
        String receiver = known(1210);
        PersonRegistered person = letters.register(one);
        PersonRegistered duplicate = letters.register(other);
        PersonRegistered unused = letters.register(receiver);
        give(other, receiver);
        assertThat(actsFor(receiver)).containsExactly(duplicate.personId().toString());

        Registers.merged(other, one);
        PopulationFeed.happened(other);
        PopulationFeed.happened(one);

        await().untilAsserted(() ->
                assertThat(actsFor(receiver)).containsExactly(person.personId().toString()));

        Registers.know(other, "1985-03-14");
        Registers.know(one, "1985-03-14");
        PopulationFeed.happened(one);

        await().untilAsserted(() -> assertThat(actsFor(receiver))
                .containsExactly(duplicate.personId().toString()));
    }

    private static void give(String giver, String receiver) {
        given().auth()
                .oauth2(Tokens.citizen(giver).sign())
                .contentType("application/json")
                .body(Map.of("receiver", Map.of("nationalIdentityNumber", receiver), "scope", "READ"))
                .post("/v1/me/powers-of-attorney")
                .then()
                .statusCode(201);
    }

    private static List<String> actsFor(String number) {
        return given().auth()
                .oauth2(Tokens.citizen(number).sign())
                .get("/v1/me/representations")
                .then()
                .statusCode(200)
                .extract()
                .path("actsFor.personId");
    }

    @Test
    void aNumberThatWasNeverTheirsLeadsToNobodyAgain() {
        String one = known(1206);
        String other = number(1207);
        PersonRegistered person = letters.register(one);
        Registers.renumbered(other, one);
        PopulationFeed.happened(one);
        await().untilAsserted(() -> assertThat(aliases(person)).hasSize(2));

        Registers.know(one, "1985-03-14");
        PopulationFeed.happened(one);

        await().untilAsserted(() -> assertThat(aliases(person)).containsExactly(person.alias()));
    }

    private static void login(String number) {
        given().auth()
                .oauth2(Tokens.citizen(number).sign())
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    /** As the last fact tells them. */
    private List<UUID> aliases(PersonRegistered person) {
        return facts.published(PersonRestated.class).stream()
                .filter(fact -> fact.personId().equals(person.personId()))
                .reduce((earlier, later) -> later)
                .map(PersonRestated::aliases)
                .orElse(List.of(person.alias()));
    }

    private PersonRestated restated(UUID person, long version) {
        return await().until(
                        () -> facts.published(PersonRestated.class).stream()
                                .filter(fact -> fact.personId().equals(person) && fact.version() == version)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String known(int n) {
        Registers.know(number(n), "1985-03-14");
        return number(n);
    }

    private static String number(int n) {
        return SyntheticNumbers.person(n).value();
    }
}
