package no.brevdue.platform.caller;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import no.brevdue.platform.probe.ProbeProfile;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(UnreachableIssuerTest.HelseIdIsDown.class)
class UnreachableIssuerTest {

    @Test
    void anIssuerThatIsDownStopsOnlyItsOwnCallers() {
        given().auth()
                .oauth2(Tokens.citizen("20914695016").sign())
                .get("/guarded/citizen")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenThatCannotBeVerifiedNowIsNeverCalledBad() {
        String token = Tokens.healthWorker("565501872", "974760673").sign();

        for (int attempt = 1; attempt <= 3; attempt++) {
            given().auth()
                    .oauth2(token)
                    .get("/guarded/health-worker")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("code", equalTo("BD-1009"));
        }
    }

    public static class HelseIdIsDown extends ProbeProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.oidc.helseid.auth-server-url", "http://localhost:1/helseid");
            return overrides;
        }
    }
}
