package no.brevdue.mailbox.lookup;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.lookup.LookupRepository.Wanted;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class LookupTest {

    private static final String FROM = TestClock.START.minus(Duration.ofDays(1)).toString();
    private static final String BEFORE =
            TestClock.START.plus(Duration.ofDays(1)).toString();

    private static final Wanted ANYTHING = new Wanted(CLINIC, null, List.of(), null, null, null);

    private final People people;
    private final Database database;

    LookupTest(People people, Database database) {
        this.people = people;
        this.database = database;
    }

    @Test
    void lettersAreFoundByPersonReferenceAndStateAPageAtATime() {
        NationalIdentityNumber person = people.registered(People.ADULT);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(send(letterTo(person)).statusCode(201).extract().path("messageId"));
        }
        Map<String, Object> wanted = Map.of("nationalIdentityNumber", person.value(), "limit", 2);

        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            var page = search(CLINIC, with(new HashMap<>(wanted), "cursor", cursor))
                    .extract();
            found.addAll(page.path("messages.messageId"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(found).containsExactlyInAnyOrderElementsOf(sent);

        String reference = search(CLINIC, wanted).extract().path("messages[0].reference");
        search(CLINIC, Map.of("reference", reference)).body("messages.reference", equalTo(List.of(reference)));
        await().untilAsserted(
                        () -> search(CLINIC, Map.of("nationalIdentityNumber", person.value(), "state", "PUBLISHED"))
                                .body("messages.messageId", hasItems(sent.toArray())));
        search(CLINIC, Map.of("nationalIdentityNumber", person.value(), "state", "RETURNED"))
                .body("messages", empty());
        search(CLINIC, Map.of("nationalIdentityNumber", person.value(), "acceptedBefore", FROM))
                .body("messages", empty());
        search(OTHER_CLINIC, wanted).body("messages", empty());
        post(CLINIC, "message-searches", Map.of("cursor", "x")).statusCode(400).body("code", equalTo("BD-1380"));
    }

    @Test
    void byStateAloneAPageReadsOneRangeOfAnIndexAndEachLetterOnce() {
        for (int i = 0; i < 3; i++) {
            send(with(letterTo(people.registered(People.ADULT)), "copies", List.of(Map.of("organization", GP_OFFICE))))
                    .statusCode(201);
        }
        await().untilAsserted(() -> {
            List<String> found = search(CLINIC, Map.of("state", "PUBLISHED", "limit", 100))
                    .extract()
                    .path("messages.messageId");
            assertThat(found).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        });

        List<String> plan = database.asWorker(tx -> {
            tx.handle().execute("set local enable_seqscan = off");
            tx.handle().execute("set local enable_sort = off");
            return tx.handle()
                    .createQuery("explain " + LookupRepository.byState(ANYTHING))
                    .bind("sender", CLINIC)
                    .bind("state", "RETURNED")
                    .bind("at", TestClock.START)
                    .bind("id", UUID.randomUUID())
                    .bind("limit", 50)
                    .mapTo(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan))
                .contains("delivery_of_sender_in_state", "ROW(accepted_at, message_id) <")
                .doesNotContain("Sort", "Seq Scan", "Filter");
    }

    @Test
    void whatTheSenderBelievesIsComparedWithWhatIsHere() {
        Map<String, Object> named = letterTo(people.registered(People.ADULT));
        Map<String, Object> forgotten = letterTo(people.registered(People.ADULT));
        send(named).statusCode(201);
        send(forgotten).statusCode(201);
        Map<String, Object> list =
                Map.of("from", FROM, "before", BEFORE, "references", List.of(named.get("reference"), "never-sent"));

        reconcile(CLINIC, list)
                .statusCode(200)
                .body("missing", equalTo(List.of("never-sent")))
                .body("found.reference", equalTo(List.of(named.get("reference"))))
                .body("found[0].deliveries[0].delivery.evidence.rung", hasItem("ACCEPTED"))
                .body("unnamed", hasItem(forgotten.get("reference")))
                .body("unnamed", not(hasItem(named.get("reference"))))
                .body("totals.named", equalTo(2))
                .body("totals.missing", equalTo(1))
                .body("totals.found", equalTo(1))
                .body("totals.complete", equalTo(0));
        var all = reconcile(CLINIC, list).extract();
        assertThat(all.<Integer>path("totals.unnamed"))
                .isEqualTo(all.<List<String>>path("unnamed").size())
                .isEqualTo(all.<Integer>path("totals.accepted") - 1);
        reconcile(OTHER_CLINIC, list).body("found", empty()).body("unnamed", not(hasItem(forgotten.get("reference"))));
        for (String never : List.of("-1000000-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z")) {
            reconcile(CLINIC, Map.of("from", never, "before", never, "references", List.of()))
                    .statusCode(400)
                    .body("code", equalTo("BD-1381"));
            post(CLINIC, "message-searches", Map.of("acceptedFrom", never))
                    .statusCode(400)
                    .body("code", equalTo("BD-1381"));
        }
        reconcile(CLINIC, Map.of("from", BEFORE, "before", FROM, "references", List.of()))
                .statusCode(400)
                .body("code", equalTo("BD-1381"));
    }

    private static ValidatableResponse search(String organization, Map<String, ?> wanted) {
        return post(organization, "message-searches", wanted).statusCode(200);
    }

    private static ValidatableResponse reconcile(String organization, Map<String, ?> list) {
        return post(organization, "reconciliations", list);
    }

    private static ValidatableResponse post(String organization, String what, Map<String, ?> body) {
        return clinic(organization)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/sender/" + what)
                .then();
    }
}
