package no.brevdue.consent.newsletter;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.consent.People;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.contracts.consent.v1.NewsletterRequested;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Wanting the newsletter, confirming it, and stopping it with one click. */
@QuarkusTest
class NewsletterTest {

    private final People people;
    private final Facts facts;
    private final TestClock clock;

    NewsletterTest(People people, Facts facts, TestClock clock) {
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    @BeforeEach
    void noticesAreWritten() {
        await().untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
    }

    @AfterEach
    void timeGoesBack() {
        clock.set(TestClock.START);
    }

    @Test
    void onlyTheCodeFromTheMailMakesItHold() {
        NationalIdentityNumber kari = people.adult();
        as(kari).body("""
                        {"controller": "platform", "purpose": "newsletter", "decision": "GRANT", "noticeVersion": 1,
                        "language": "nb"}""")
                .post("/v1/me/consent-decisions")
                .then()
                .statusCode(409)
                .body("code", equalTo("BD-1219"));
        confirm(kari, "123456").statusCode(409).body("code", equalTo("BD-1241"));
        as(kari, people.alias(kari))
                .body("{\"noticeVersion\": 1, \"language\": \"nb\"}")
                .post("/v1/me/newsletter-requests")
                .then()
                .statusCode(400);
        want(kari, 9).statusCode(409).body("code", equalTo("BD-1212"));

        want(kari, 1).statusCode(202);

        String code = mailed(kari, 1);
        as(kari).get("/v1/me/consents").then().body("", empty());
        confirm(kari, other(code)).statusCode(409).body("code", equalTo("BD-1242"));
        confirm(people.adult(), code).statusCode(409).body("code", equalTo("BD-1241"));
        confirm(kari, code).statusCode(201).body("state", equalTo("GRANTED")).body("purpose", equalTo("newsletter"));
        confirm(kari, code).statusCode(409).body("code", equalTo("BD-1241"));
        await().untilAsserted(() -> assertThat(facts.published(ConsentGranted.class))
                .anyMatch(fact -> fact.alias().equals(people.alias(kari))
                        && fact.purpose().equals("newsletter")));
    }

    @Test
    void aCodeIsOverAfterADayOrFiveAttemptsOrWithTheNextAndFiveAnHourAreEnough() {
        NationalIdentityNumber kari = people.adult();
        want(kari, 1).statusCode(202);
        String first = mailed(kari, 1);
        want(kari, 1).statusCode(202);
        String second = mailed(kari, 2);
        if (!first.equals(second)) {
            confirm(kari, first).statusCode(409);
        }
        for (int attempt = first.equals(second) ? 0 : 1; attempt < 5; attempt++) {
            confirm(kari, other(second)).statusCode(409).body("code", equalTo("BD-1242"));
        }
        confirm(kari, second).statusCode(409).body("code", equalTo("BD-1241"));
        want(kari, 1).statusCode(202);
        want(kari, 1).statusCode(202);
        want(kari, 1).statusCode(202);
        want(kari, 1).statusCode(429).body("code", equalTo("BD-1240"));
        String last = mailed(kari, 5);

        clock.advance(Duration.ofHours(25));

        confirm(kari, last).statusCode(409).body("code", equalTo("BD-1241"));
    }

    @Test
    void oneClickWithoutALoginStopsItAndReadingTheAddressDoesNot() {
        NationalIdentityNumber kari = people.adult();
        want(kari, 1).statusCode(202);
        String id = confirm(kari, mailed(kari, 1)).statusCode(201).extract().path("consentId");

        given().get("/v1/newsletter-stops/" + id).then().statusCode(405);
        as(kari).get("/v1/me/consents").then().body("state", equalTo(List.of("GRANTED")));
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/v1/newsletter-stops/" + id)
                .then()
                .statusCode(204);

        as(kari).get("/v1/me/consents/{id}", id)
                .then()
                .body("consent.state", equalTo("WITHDRAWN"))
                .body("events[1].by", equalTo("MAIL"));
        await().untilAsserted(() -> assertThat(facts.published(ConsentWithdrawn.class))
                .anyMatch(fact -> fact.consentId().toString().equals(id)));
        given().post("/v1/newsletter-stops/" + id).then().statusCode(204);
        given().post("/v1/newsletter-stops/" + people.alias(kari)).then().statusCode(204);
        given().post("/v1/newsletter-stops/all").then().statusCode(not(equalTo(204)));
    }

    @Test
    void noOtherConsentIsStoppedByItsId() {
        NationalIdentityNumber kari = people.adult();
        String letters = as(kari).body("""
                        {"controller": "100100673", "purpose": "letters", "decision": "GRANT", "noticeVersion": 1,
                        "language": "nb"}""")
                .post("/v1/me/consent-decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("consentId");

        given().post("/v1/newsletter-stops/" + letters).then().statusCode(204);

        as(kari).get("/v1/me/consents").then().body("state", equalTo(List.of("GRANTED")));
    }

    private String mailed(NationalIdentityNumber who, int nth) {
        return await().until(
                        () -> facts.published(NewsletterRequested.class).stream()
                                .filter(fact -> fact.alias().equals(people.alias(who)))
                                .toList(),
                        all -> all.size() >= nth)
                .get(nth - 1)
                .code();
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static ValidatableResponse want(NationalIdentityNumber who, int notice) {
        return as(who).body("{\"noticeVersion\": " + notice + ", \"language\": \"nb\"}")
                .post("/v1/me/newsletter-requests")
                .then();
    }

    private static ValidatableResponse confirm(NationalIdentityNumber who, String code) {
        return as(who).body("{\"code\": \"" + code + "\"}")
                .post("/v1/me/newsletter-confirmations")
                .then();
    }
}
