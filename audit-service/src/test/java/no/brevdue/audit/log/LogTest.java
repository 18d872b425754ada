package no.brevdue.audit.log;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.audit.entry.CanonicalForm;
import no.brevdue.audit.entry.Entries;
import no.brevdue.audit.entry.Entry;
import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static no.brevdue.platform.testing.Tokens.citizen;
import static no.brevdue.platform.testing.Tokens.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class LogTest {

    private static final String KARI = "20914695016";
    private static final AtomicLong POSITION = new AtomicLong();

    @Inject
    Database database;

    @Inject
    AuditLogService log;

    private long size;

    @BeforeEach
    void logSomething() {
        database.asWorkerDo(tx -> log.append(tx, List.of(next("æøå \u0001 💌"), next("plain"))));
        size = log.size();
    }

    @Test
    void whatWasExportedGivesTheRootThatWasSigned() {
        String note = checkpointOfAtLeast(size);
        VerifierKey key = VerifierKey.parse(given().get("/v1/checkpoints/verifier-key")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        VerificationReport report =
                new LogVerifier(key).verify(List.of(note), export(size(note)).iterator());

        assertThat(report).isEqualTo(new VerificationReport.Intact(size(note)));
    }

    @Test
    void aRowThatSomebodyChangedInTheDatabaseIsNamed() {
        String note = checkpointOfAtLeast(size);
        List<Leaf> leaves = export(size(note));
        int last = leaves.size() - 1;
        leaves.set(last, new Leaf(last, leaves.get(last).hash(), CanonicalForm.of(next("forged"))));
        VerifierKey key =
                VerifierKey.parse(given().get("/v1/checkpoints/verifier-key").asString());

        VerificationReport report = new LogVerifier(key).verify(List.of(note), leaves.iterator());

        assertThat(report)
                .isEqualTo(new VerificationReport.BrokenAt(last, last + 1, "the leaf is not what was hashed"));
    }

    @Test
    void theExportIsForOperators() {
        given().get("/v1/operations/log/leaves").then().statusCode(401).body("code", equalTo("BD-1030"));
        given().auth()
                .oauth2(citizen(KARI).sign())
                .get("/v1/operations/log/leaves")
                .then()
                .statusCode(403)
                .body("code", equalTo("BD-1032"));
        given().auth()
                .oauth2(Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                        .sign())
                .get("/v1/operations/log/leaves")
                .then()
                .statusCode(403);
    }

    @Test
    void aPageOutsideTheLimitsIsRefused() {
        given().auth()
                .oauth2(operator("ops-1").sign())
                .queryParam("limit", 1_001)
                .get("/v1/operations/log/leaves")
                .then()
                .statusCode(400)
                .body("code", equalTo("BD-1007"));
    }

    @Test
    void exportingIsItselfLogged() {
        List<Leaf> unused = export(1);

        await().untilAsserted(() -> assertThat(database.<Long>asWorker(tx -> tx.handle()
                        .createQuery("select count(*) from entry where action = 'log-exported' and actor = 'ops-1'")
                        .mapTo(Long.class)
                        .one()))
                .isPositive());
    }

    private static String checkpointOfAtLeast(long size) {
        return await().until(() -> given().get("/v1/checkpoints/latest").asString(), note -> size(note) >= size);
    }

    private static long size(String note) {
        return note.startsWith("brevdue.example/audit\n")
                ? Long.parseLong(note.lines().toList().get(1))
                : 0;
    }

    private static List<Leaf> export(long size) {
        List<Leaf> leaves = new ArrayList<>();
        while (leaves.size() < size) {
            page(leaves.size())
                    .leaves()
                    .forEach(leaf -> leaves.add(new Leaf(
                            leaf.index(),
                            Base64.getDecoder().decode(leaf.hash()),
                            Base64.getDecoder().decode(leaf.content()))));
        }
        return new ArrayList<>(leaves.subList(0, (int) size));
    }

    private static LogExportResource.LeavesPage page(int from) {
        return given().auth()
                .oauth2(operator("ops-1").sign())
                .queryParam("from", from)
                .get("/v1/operations/log/leaves")
                .then()
                .statusCode(200)
                .extract()
                .as(LogExportResource.LeavesPage.class);
    }

    private static Entry next(String purpose) {
        AuditEntryRecorded fact = new AuditEntryRecorded(
                UUID.randomUUID(),
                "notification-0",
                1,
                Entries.AT,
                ActorKind.SERVICE,
                "notification",
                null,
                null,
                "contact-read",
                purpose,
                "person",
                "one",
                null,
                Outcome.REFUSED);
        return Entry.of(fact, POSITION.incrementAndGet());
    }
}
