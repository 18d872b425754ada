package no.brevdue.platform.probe;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

/** What callers may see, and what only the operator's network reaches. */
@QuarkusTest
@TestProfile(ProbeProfile.class)
class PortsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @Test
    void theDescriptionOfTheApiIsForCallers() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"));
        given().port(management).get("/q/openapi").then().statusCode(404);
    }

    @Test
    void healthAndMetricsAreForOperators() {
        given().port(management).get("/q/health/live").then().statusCode(200).body(containsString("UP"));
        given().port(management).get("/q/metrics").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(404).contentType("application/problem+json");
        given().get("/q/metrics").then().statusCode(404).contentType("application/problem+json");
    }
}
