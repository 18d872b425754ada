package no.brevdue.consent.basis;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** What makes the letters of a controller lawful. */
@QuarkusTest
class LegalBasisTest {

    @Test
    void aClinicDeclaresItsOwnLegalBasisAndEverybodyReadsWhatIsInForce() {
        clinic("100200406")
                .body(Map.of("purpose", "letters", "basis", "CONSENT", "provision", "GDPR art. 6(1)(a)"))
                .put("/v1/organization/legal-bases")
                .then()
                .statusCode(200);
        operator()
                .body(Map.of(
                        "controller",
                        "100200406",
                        "purpose",
                        "letters",
                        "basis",
                        "LAW",
                        "provision",
                        "pasientjournalloven"))
                .put("/v1/operations/legal-bases")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        given().get("/v1/legal-bases?controller=100200406")
                .then()
                .statusCode(200)
                .body("basis", equalTo(List.of("LAW")));
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("olga").sign()).contentType("application/json");
    }

    private static RequestSpecification clinic(String organization) {
        return given().auth()
                .oauth2(Tokens.clientSystem(organization, "brevdue:letters.read brevdue:legal-bases.write")
                        .sign())
                .contentType("application/json");
    }
}
