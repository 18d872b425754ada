package no.brevdue.consent.terms;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class TermsResourceTest {

    @BeforeEach
    void termsAreSeeded() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
    }

    @Test
    void anybodyReadsTheCurrentTermsInBokmaal() {
        given().get("/v1/terms/current")
                .then()
                .statusCode(200)
                .header("Content-Language", "nb")
                .body("termsId", equalTo("terms-of-use"))
                .body("version", equalTo(1))
                .body("text", startsWith("# Vilkår for bruk av Brevdue"));
    }

    @Test
    void theReaderChoosesTheLanguage() {
        given().queryParam("language", "en")
                .get("/v1/terms/current")
                .then()
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("text", startsWith("# Terms of use"));
    }

    @Test
    void aLanguageWithoutTermsIsRefused() {
        given().queryParam("language", "sv")
                .get("/v1/terms/current")
                .then()
                .statusCode(400)
                .body("code", equalTo("BD-1007"));
    }

    @Test
    void aVersionStaysReadable() {
        given().queryParam("language", "nn")
                .get("/v1/terms/1")
                .then()
                .statusCode(200)
                .body("text", startsWith("# Vilkår for bruk av Brevdue"))
                .body("effectiveAt", equalTo("2025-12-31T23:00:00Z"));
    }

    @Test
    void aVersionThatWasNeverWrittenDoesNotExist() {
        given().get("/v1/terms/99").then().statusCode(404).body("code", equalTo("BD-1201"));
    }

    @Test
    void whoHasTheTextIsNotSentItAgain() {
        String tag = given().get("/v1/terms/current").header("ETag");

        given().header("If-None-Match", tag).get("/v1/terms/current").then().statusCode(304);
        given().header("If-None-Match", tag)
                .queryParam("language", "en")
                .get("/v1/terms/current")
                .then()
                .statusCode(200);
    }
}
