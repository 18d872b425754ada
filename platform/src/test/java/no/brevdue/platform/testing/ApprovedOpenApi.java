package no.brevdue.platform.testing;

import io.restassured.RestAssured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** The API as its callers know it, in {@code docs/api}: a change to it shows as a change of that file, or fails the build. */
public final class ApprovedOpenApi {

    private ApprovedOpenApi() {}

    /** Compares what the running service says of itself with the committed document; {@code -Dapprove} accepts the new one. */
    public static void check(String service) {
        Path approved = Path.of("..", "docs", "api", service + ".openapi.yaml");
        String generated = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            if (System.getProperty("approve") != null) {
                Files.createDirectories(approved.getParent());
                Files.writeString(approved, generated);
            }
            assertThat(generated)
                    .as(
                            "the API changed; if it was meant to: ./mvnw -pl %s-service -am test -Dtest=OpenApiContractTest"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dapprove",
                            service)
                    .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
