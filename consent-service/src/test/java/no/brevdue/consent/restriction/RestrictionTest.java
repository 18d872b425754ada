package no.brevdue.consent.restriction;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.consent.People;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** Denying access, and letting somebody in again. */
@QuarkusTest
class RestrictionTest {

    private final People people;
    private final Facts facts;
    private final Database database;

    RestrictionTest(People people, Facts facts, Database database) {
        this.people = people;
        this.facts = facts;
        this.database = database;
    }

    @Test
    void aRestrictionIsSeenByWhomItIsOfAndLiftedByThemAlone() {
        NationalIdentityNumber kari = people.stranger();
        String id = deny(kari);

        as(people.stranger())
                .delete("/v1/me/restrictions/{id}", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1220"));
        as(kari).get("/v1/me/restrictions").then().body("target", equalTo(List.of("1234567")));
        as(kari).delete("/v1/me/restrictions/{id}", id).then().statusCode(204);
        as(kari).get("/v1/me/restrictions").then().body("", empty());
    }

    /** While one lift is under way the same is lifted and denied again: the first finds nothing to lift any more. */
    @Test
    void aLiftThatCameLateUndoesNoNewDenial() {
        NationalIdentityNumber kari = people.stranger();
        UUID alias = people.alias(kari);
        String first = deny(kari);
        CompletableFuture<Integer> late = database.asWorker(tx -> {
            lock(tx, alias);
            CompletableFuture<Integer> lift = CompletableFuture.supplyAsync(
                    () -> as(kari).delete("/v1/me/restrictions/{id}", first).statusCode());
            await().until(() -> waiting(tx));
            deniedAgain(tx, UUID.fromString(first));
            return lift;
        });

        assertThat(late.join()).isEqualTo(404);

        as(kari).get("/v1/me/restrictions").then().body("target", equalTo(List.of("1234567")));
        assertThat(facts.published(AccessRestrictionLifted.class))
                .noneMatch(fact -> fact.alias().equals(alias));
    }

    private static void lock(Transaction tx, UUID alias) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:alias, 0))")
                .bind("alias", alias.toString())
                .mapTo(String.class)
                .list();
    }

    /** Whether somebody waits for what this transaction holds. */
    private static boolean waiting(Transaction tx) {
        return tx.handle().createQuery("""
                        select exists (select from pg_locks mine join pg_locks other
                                using (locktype, database, classid, objid, objsubid)
                            where mine.locktype = 'advisory' and mine.pid = pg_backend_pid() and not other.granted)""").mapTo(Boolean.class).one();
    }

    private static void deniedAgain(Transaction tx, UUID first) {
        tx.handle()
                .createUpdate("update restriction set lifted_at = now() where restriction_id = :id")
                .bind("id", first)
                .execute();
        tx.handle().createUpdate("""
                        insert into restriction (restriction_id, alias, kind, target, since)
                        select gen_random_uuid(), alias, kind, target, now() from restriction where restriction_id = :id""").bind("id", first).execute();
    }

    private static String deny(NationalIdentityNumber who) {
        return as(who).body(Map.of("kind", "PRACTITIONER", "target", "1234567"))
                .post("/v1/me/restrictions")
                .then()
                .statusCode(200)
                .extract()
                .path("restrictionId");
    }
}
