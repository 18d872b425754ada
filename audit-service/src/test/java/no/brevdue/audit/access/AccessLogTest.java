package no.brevdue.audit.access;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import no.brevdue.audit.entry.Entries;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static no.brevdue.platform.testing.Tokens.citizen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Each test has people of its own. */
@QuarkusTest
class AccessLogTest {

    private static final String STREAM = "mailbox-11";
    private static final AtomicLong POSITION = new AtomicLong();
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    @Inject
    Facts facts;

    @Inject
    Aliases aliases;

    @Inject
    NationalIdentityNumbers numbers;

    @Test
    void aPersonSeesOwnEntriesOnlyAndNewestFirst() {
        String kari = People.number(1);
        say(organization("letter-fetched", alias(People.number(2)), TUESDAY));
        say(organization("letter-published", alias(kari), TUESDAY));
        say(organization("letter-sent", alias(kari), MONDAY));

        assertThat(actionsOnceThereAre(2, kari)).containsExactly("letter-published", "letter-sent");
    }

    @Test
    void aPersonWithTwoAliasesHasOneLogAndIsYouUnderBoth() {
        String kari = People.number(3);
        UUID former = UUID.randomUUID();
        say(Entries.opened(STREAM, former, MONDAY));
        say(Entries.opened(STREAM, alias(kari), TUESDAY));

        facts.publish(samePerson(former, alias(kari)));

        assertThat(actionsOnceThereAre(2, kari)).containsExactly("letter-opened", "letter-opened");
        assertThat(page(kari, null, 50).<String>getList("entries.actor.role")).containsOnly("YOU");
    }

    @Test
    void nobodyReadsWithTheLoginOfTheDeadUntilTheDeathIsAnnulledAndALateFactChangesNothing() {
        String kari = SyntheticNumbers.person(6_100).value();
        UUID person = UUID.randomUUID();
        UUID former = UUID.randomUUID();
        say(organization("letter-sent", alias(kari), MONDAY));
        assertThat(actionsOnceThereAre(1, kari)).containsExactly("letter-sent");

        facts.publishTwice(restated(person, 2, true, former, alias(kari)));
        await().untilAsserted(() -> read(citizen(kari)).statusCode(403).body("code", equalTo("BD-1510")));
        facts.publish(restated(person, 3, false, former, alias(kari)));
        facts.publish(restated(person, 2, true, former, alias(kari)));

        await().untilAsserted(() -> read(citizen(kari)).statusCode(200));
        assertThat(page(kari, null, 50).<String>getList("entries.action")).contains("letter-sent");
    }

    @Test
    void anotherPersonIsNeverNamed() {
        String kari = People.number(4);
        UUID mother = UUID.randomUUID();
        say(Entries.by(ActorKind.PERSON, mother.toString(), "letter-opened", STREAM, alias(kari), MONDAY));
        say(Entries.by(ActorKind.OPERATOR, "ops-1", "letter-moved", STREAM, alias(kari), MONDAY));
        say(organization("letter-sent", alias(kari), MONDAY));
        assertThat(actionsOnceThereAre(3, kari)).hasSize(3);

        JsonPath log = page(kari, null, 50);

        assertThat(log.getString("entries.find { it.action == 'letter-opened' }.actor.role"))
                .isEqualTo("ANOTHER_PERSON");
        assertThat(log.getString("entries.find { it.action == 'letter-moved' }.actor.role"))
                .isEqualTo("OPERATOR");
        assertThat(log.getString("entries.find { it.action == 'letter-sent' }.actor.id"))
                .isEqualTo("100100673");
        assertThat(log.prettify())
                .doesNotContain(mother.toString(), "ops-1", alias(kari).toString());
    }

    @Test
    void aRepresentativeIsCalledOneAndIsNotNamed() {
        String liv = People.number(10);
        UUID mother = UUID.randomUUID();
        say(Entries.openedByParent(mother, STREAM, alias(liv), MONDAY));
        assertThat(actionsOnceThereAre(1, liv)).containsExactly("letter-opened");

        JsonPath log = page(liv, null, 50);

        assertThat(log.getString("entries.find { it.action == 'letter-opened' }.actor.role"))
                .isEqualTo("REPRESENTATIVE");
        assertThat(log.getString("entries.find { it.action == 'letter-opened' }.purpose"))
                .isEqualTo("on-behalf-as-parent");
        assertThat(log.prettify()).doesNotContain(mother.toString());
    }

    @Test
    void theSupplierWhoseSystemAnOrganisationUsedIsNamed() {
        String kari = People.number(9);
        say(Entries.fetchedThrough("100100681", STREAM, alias(kari), MONDAY));
        assertThat(actionsOnceThereAre(1, kari)).containsExactly("copy-fetched");

        JsonPath log = page(kari, null, 50);

        assertThat(log.getString("entries.find { it.action == 'copy-fetched' }.actor.id"))
                .isEqualTo("100100703");
        assertThat(log.getString("entries.find { it.action == 'copy-fetched' }.actor.supplier"))
                .isEqualTo("100100681");
    }

    @Test
    void pagesFollowEachOtherByCursor() {
        String kari = People.number(5);
        IntStream.range(0, 5).forEach(n -> say(organization("letter-" + n, alias(kari), MONDAY.plusSeconds(n / 2))));
        assertThat(actionsOnceThereAre(5, kari)).hasSize(5);

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(kari, cursor, 2);
            seen.addAll(page.getList("entries.action"));
            cursor = page.getString("next");
        } while (cursor != null);

        // The reads themselves are newer than the first page, so they are not on the later ones.
        assertThat(seen.stream().filter(action -> action.startsWith("letter-")))
                .containsExactly("letter-4", "letter-3", "letter-2", "letter-1", "letter-0");
    }

    @Test
    void readingTheLogIsLoggedAndShowsOnTheNextRead() {
        String kari = People.number(6);

        assertThat(page(kari, null, 50).getList("entries")).isEmpty();

        await().untilAsserted(() -> {
            JsonPath next = page(kari, null, 50);
            assertThat(next.<String>getList("entries.action")).contains("access-log-read");
            assertThat(next.getString("entries[0].actor.role")).isEqualTo("YOU");
            assertThat(next.getString("entries[0].purpose")).isEqualTo("own-use");
        });
    }

    @Test
    void theLogIsForPeopleLoggedInAtLevelHigh() {
        String number = People.number(7);

        given().get("/v1/me/access-log").then().statusCode(401).body("code", equalTo("BD-1030"));
        read(citizen(number).with("acr", "idporten-loa-substantial"))
                .statusCode(403)
                .body("code", equalTo("BD-1033"));
        read(Tokens.clientSystem("974760673", "brevdue:me")).statusCode(403).body("code", equalTo("BD-1032"));
        read(Tokens.operator("ops-1")).statusCode(403).body("code", equalTo("BD-1032"));
    }

    @Test
    void aCursorOfSomebodyElsesMakingIsRefused() {
        String token = citizen(People.number(8)).sign();

        for (String cursor : List.of("x", "AAAA", "*")) {
            given().auth()
                    .oauth2(token)
                    .queryParam("cursor", cursor)
                    .get("/v1/me/access-log")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("BD-1007"));
        }
    }

    private UUID alias(String number) {
        return aliases.alias(numbers.parse(number));
    }

    private void say(AuditEntryRecorded entry) {
        facts.publish(Topic.AUDIT_ENTRIES, "mailbox", entry, 11, POSITION.incrementAndGet());
    }

    private static AuditEntryRecorded organization(String action, UUID subject, Instant at) {
        return Entries.by(ActorKind.ORGANIZATION, "100100673", action, STREAM, subject, at);
    }

    /** The log of a person without the traces of this test's own reading. */
    private List<String> actionsOnceThereAre(int count, String person) {
        return await().until(
                        () -> page(person, null, 100).<String>getList("entries.action").stream()
                                .filter(action -> !action.equals("access-log-read"))
                                .toList(),
                        actions -> actions.size() >= count);
    }

    private static JsonPath page(String person, @Nullable String cursor, int limit) {
        var request = given().auth().oauth2(citizen(person).sign()).queryParam("limit", limit);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/v1/me/access-log").then().statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse read(Tokens token) {
        return given().auth().oauth2(token.sign()).get("/v1/me/access-log").then();
    }

    private static PersonRestated samePerson(UUID... them) {
        return restated(UUID.randomUUID(), 1, false, them);
    }

    private static PersonRestated restated(UUID person, long version, boolean deceased, UUID... them) {
        return new PersonRestated(
                person,
                version,
                List.of(them),
                new PersonFacts(
                        LocalDate.of(1946, 11, 20),
                        deceased,
                        false,
                        false,
                        true,
                        true,
                        Language.NB,
                        ReadingPlan.alone(LocalDate.of(1962, 11, 20))));
    }
}
