package no.brevdue.consent;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What operators can do to a running service. */
@QuarkusTest
class OperationsTest {

    private static final String SIGNE = "16883200008";

    private final Facts facts;
    private final String url;
    private final String ownerPassword;

    OperationsTest(
            Facts facts,
            @ConfigProperty(name = "brevdue.database.url") String url,
            @ConfigProperty(name = "brevdue.database.owner-password") String ownerPassword) {
        this.facts = facts;
        this.url = url;
        this.ownerPassword = ownerPassword;
    }

    @Test
    void whoStartsEmptyAfterARepublicationKnowsAsMuch() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
        given().auth()
                .oauth2(Tokens.citizen(SIGNE).sign())
                .contentType("application/json")
                .body("{\"termsId\": \"terms-of-use\", \"version\": 1, \"language\": \"nb\"}")
                .post("/v1/me/terms-acceptances")
                .then()
                .statusCode(201);
        Awaitility.await().until(() -> !facts.published(TermsAccepted.class).isEmpty());
        int termsBefore = facts.published(TermsPublished.class).size();

        String run = operator()
                .post("/v1/operations/republish")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");

        Awaitility.await()
                .untilAsserted(() -> operator()
                        .get("/v1/operations/republish/{run}", run)
                        .then()
                        .statusCode(200)
                        .body("done", equalTo(true)));
        Awaitility.await().untilAsserted(() -> {
            List<TermsPublished> terms = facts.published(TermsPublished.class);
            assertThat(restated()).isEqualTo(latest(facts.published(TermsAccepted.class)));
            assertThat(terms.subList(termsBefore, terms.size()))
                    .containsExactlyInAnyOrderElementsOf(terms.subList(0, termsBefore));
        });
        Awaitility.await().untilAsserted(() -> assertThat(audited(run)).containsExactly("facts-republished"));
    }

    @Test
    void aRunThatWasNeverStartedIsNotFound() {
        operator()
                .get("/v1/operations/republish/{run}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1043"));
    }

    @Test
    void aRecordWaitsUntilItsCauseIsGoneAndAnOperatorRetriesIt() {
        UUID person = UUID.randomUUID();
        UUID alias = UUID.randomUUID();

        asOwner("revoke insert on alias_claim from consent_worker");
        facts.publish(new PersonRestated(
                person,
                1,
                List.of(alias),
                new PersonFacts(
                        LocalDate.of(1990, 1, 1),
                        false,
                        false,
                        false,
                        true,
                        true,
                        Language.NB,
                        ReadingPlan.alone(LocalDate.of(2006, 1, 1)))));
        String record = waitingFor("cannot be applied");
        operator()
                .post("/v1/operations/quarantine/{id}/retries", record)
                .then()
                .statusCode(409)
                .body("code", equalTo("BD-1041"));
        asOwner("grant insert on alias_claim to consent_worker");
        operator()
                .post("/v1/operations/quarantine/{id}/retries", record)
                .then()
                .statusCode(200)
                .body("applied", equalTo(1));

        operator()
                .post("/v1/operations/quarantine/{id}/retries", record)
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1040"));
        assertThat(waiting("cannot be applied")).doesNotContain(record);
        Awaitility.await()
                .untilAsserted(() -> assertThat(audited(record)).hasSize(3).containsOnly("quarantined-record-retried"));
    }

    @Test
    void whatCannotBeReadCanBeGivenUp() {
        facts.publishRubbish(Topic.IDENTITY_EVENTS, "rubbish");
        String record = waitingFor("no ce_type");

        operator()
                .post("/v1/operations/quarantine/{id}/discards", record)
                .then()
                .statusCode(204);

        assertThat(waiting("no ce_type")).doesNotContain(record);
        Awaitility.await()
                .untilAsserted(() -> assertThat(audited(record)).containsExactly("quarantined-record-discarded"));
    }

    @Test
    void onlyOperatorsOperate() {
        for (String token : List.of(
                Tokens.citizen(SIGNE).sign(),
                Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                        .sign())) {
            given().auth().oauth2(token).get("/v1/operations/quarantine").then().statusCode(403);
            given().auth().oauth2(token).post("/v1/operations/republish").then().statusCode(403);
        }
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("olga").sign());
    }

    private static String waitingFor(String reason) {
        return Awaitility.await()
                .until(() -> waiting(reason), found -> !found.isEmpty())
                .getFirst();
    }

    /** Ids of the records that wait for this reason. */
    private static List<String> waiting(String reason) {
        List<Map<String, Object>> records = operator()
                .get("/v1/operations/quarantine")
                .then()
                .statusCode(200)
                .extract()
                .path("records");
        return records.stream()
                .filter(record -> String.valueOf(record.get("reason")).startsWith(reason))
                .map(record -> String.valueOf(record.get("id")))
                .toList();
    }

    private static Map<UUID, Long> latest(List<TermsAccepted> accepted) {
        Map<UUID, Long> latest = new HashMap<>();
        accepted.forEach(fact -> latest.merge(fact.alias(), fact.termsVersion(), Math::max));
        return latest;
    }

    /** What every alias has accepted last, as it was told again. */
    private Map<UUID, Long> restated() {
        Map<UUID, Long> restated = new HashMap<>();
        facts.published(PersonDecisionsRestated.class).stream()
                .filter(fact -> fact.termsVersion() != null)
                .forEach(fact -> restated.put(fact.alias(), fact.termsVersion()));
        return restated;
    }

    private List<String> audited(String object) {
        return facts.published(AuditEntryRecorded.class).stream()
                .filter(entry -> entry.object().equals(object))
                .map(AuditEntryRecorded::action)
                .toList();
    }

    private void asOwner(String sql) {
        try (Connection owner = DriverManager.getConnection(url, "consent_owner", ownerPassword);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
