package no.brevdue.consent.agreement;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** The agreement under which the platform processes for a controller. */
@QuarkusTest
class AgreementTest {

    @Test
    void aClinicReadsItsOwnProcessorAgreementBehindItsLoginAndNobodyElses() {
        operator()
                .body(Map.of("controller", "100100673", "text", "# Databehandleravtale"))
                .post("/v1/operations/processor-agreements")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        clinic("100100673")
                .get("/v1/organization/processor-agreements")
                .then()
                .statusCode(200)
                .body("text", equalTo(List.of("# Databehandleravtale")));
        clinic("100200309").get("/v1/organization/processor-agreements").then().body("", empty());
        staffOf("100100673")
                .get("/v1/organization/processor-agreements")
                .then()
                .statusCode(200)
                .body("version", equalTo(List.of(1)));
        staffOf("100200309").get("/v1/organization/processor-agreements").then().body("", empty());
    }

    @Test
    void agreementsStoredAtTheSameTimeAreVersionsOfTheirOwn() throws InterruptedException {
        List<Callable<Integer>> all = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(n -> () -> operator()
                        .body(Map.of("controller", "100200317", "text", "# Avtale " + n))
                        .post("/v1/operations/processor-agreements")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("version"))
                .toList();

        try (ExecutorService operators = Executors.newFixedThreadPool(4)) {
            assertThat(operators.invokeAll(all))
                    .extracting(Future::resultNow)
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("olga").sign()).contentType("application/json");
    }

    private static RequestSpecification staffOf(String organization) {
        return given().auth()
                .oauth2(Tokens.healthWorker("1234567", organization)
                        .with("scope", "brevdue:letters.read")
                        .sign());
    }

    private static RequestSpecification clinic(String organization) {
        return given().auth()
                .oauth2(Tokens.clientSystem(organization, "brevdue:letters.read brevdue:legal-bases.write")
                        .sign())
                .contentType("application/json");
    }
}
