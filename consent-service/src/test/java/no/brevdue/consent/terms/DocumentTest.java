package no.brevdue.consent.terms;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.consent.People;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** The archive. Announces versions of documents that no other test looks at. */
@QuarkusTest
class DocumentTest {

    private final Facts facts;
    private final People people;
    private final TestClock clock;

    DocumentTest(Facts facts, People people, TestClock clock) {
        this.facts = facts;
        this.people = people;
        this.clock = clock;
    }

    @AfterEach
    void timeGoesBack() {
        clock.set(TestClock.START);
    }

    @BeforeEach
    void documentsAreWritten() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/v1/documents/versions?document=consent-newsletter")
                        .then()
                        .statusCode(200));
    }

    @Test
    void everyVersionStaysReadableByEverybodyAndTheDifferenceIsShown() {
        announce("privacy-statement", "MATERIAL", "# Personvern\n\nNytt her.\n").body("version", equalTo(2));
        announce("privacy-statement", "MATERIAL", "# Personvern\n\nNytt her.\n").body("version", equalTo(2));

        given().get("/v1/documents/versions?document=privacy-statement")
                .then()
                .statusCode(200)
                .body("version", equalTo(List.of(1, 2)));
        given().get("/v1/documents/versions/1/plain?document=privacy-statement")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(startsWith("Personvernerklæring for Brevdue"));
        given().get("/v1/documents/versions/2/changes?document=privacy-statement&since=1")
                .then()
                .statusCode(200)
                .body("kind", hasItems("REMOVED", "ADDED"))
                .body("find { it.text == 'Nytt her.' }.kind", equalTo("ADDED"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(facts.published(TermsPublished.class))
                        .filteredOn(fact -> fact.termsId().equals("privacy-statement"))
                        .extracting(TermsPublished::version)
                        .contains(2L));
    }

    @Test
    void aChangeThatMattersIsShownToEverybodyFromItsAnnouncementUntilAMonthAfterItApplies() {
        announce("privacy-statement", "MATERIAL", "# Personvern\n\nNytt her.\n").statusCode(200);
        var kari = People.as(people.adult());
        String shown = "findAll { it.kind == 'NOTICE' && it.documentId == 'privacy-statement' }.why";
        kari.get("/v1/me/pending-decisions").then().statusCode(200).body(shown, hasItems("CHANGED"));

        clock.advance(Duration.ofDays(31));

        kari.get("/v1/me/pending-decisions").then().body(shown, empty());
    }

    @Test
    void whatIsWrittenAsMarkupIsShownAndNotFollowed() {
        announce(
                        "consent-contact",
                        "EDITORIAL",
                        "# Ny\n\n<script>alert(1)</script>\n\n[her](javascript:alert(1)) **fet**\n")
                .statusCode(200);

        given().get("/v1/documents/versions/2/html?document=consent-contact")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<strong>fet</strong>"))
                .body(not(containsString("<script>")))
                .body(not(containsString("javascript:")));
    }

    @Test
    void onlyOperatorsAnnounceAndOnlyWhatExists() {
        announce("no-such-document", "MATERIAL", "# Ny\n").statusCode(404).body("code", equalTo("BD-1201"));
        given().auth()
                .oauth2(Tokens.citizen("20914695016").sign())
                .contentType("application/json")
                .body(Map.of())
                .post("/v1/operations/document-versions")
                .then()
                .statusCode(403);
    }

    /** None may come before it, so that one in the far future would hold up the document. */
    @Test
    void aVersionAppliesWithinAYear() {
        for (String never : List.of("2027-02-01T00:00:00Z", "+999999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z")) {
            announce("consent-contact", "MATERIAL", "# Aldri\n", never)
                    .statusCode(400)
                    .body("code", equalTo("BD-1204"));
        }
    }

    private static ValidatableResponse announce(String document, String change, String text) {
        return announce(document, change, text, "2026-01-01T00:00:00Z");
    }

    private static ValidatableResponse announce(String document, String change, String text, String effectiveAt) {
        return given().auth()
                .oauth2(Tokens.operator("olga").sign())
                .contentType("application/json")
                .body(Map.of(
                        "documentId",
                        document,
                        "effectiveAt",
                        effectiveAt,
                        "change",
                        change,
                        "nb",
                        text,
                        "nn",
                        text + "nn\n",
                        "en",
                        text + "en\n"))
                .post("/v1/operations/document-versions")
                .then();
    }
}
