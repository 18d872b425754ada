package no.brevdue.platform.caller;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.probe.ProbeProfile;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static no.brevdue.platform.testing.Tokens.citizen;
import static no.brevdue.platform.testing.Tokens.clientSystem;
import static no.brevdue.platform.testing.Tokens.healthWorker;
import static no.brevdue.platform.testing.Tokens.iso6523;
import static no.brevdue.platform.testing.Tokens.operator;
import static no.brevdue.platform.testing.Tokens.serviceAccount;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@TestProfile(ProbeProfile.class)
class CallerFilterTest {

    private static final String KARI = "20914695016";
    private static final String CLINIC = "974760673";
    private static final String VENDOR = "991825827";
    private static final String WRITE = "brevdue:letters.write";

    @Inject
    Aliases aliases;

    @Inject
    NationalIdentityNumbers numbers;

    @Test
    void aCitizenIsKnownByAliasAndNeverByNumber() {
        String alias = aliases.alias(numbers.parse(KARI)).toString();

        admitted("citizen", citizen(KARI))
                .body(allOf(containsString(alias), containsString("level=HIGH"), not(containsString(KARI))));
    }

    @Test
    void aCitizenAtLevelSubstantialIsAdmittedWhereThatIsDeclared() {
        admitted("citizen-substantial", citizen(KARI).with("acr", "idporten-loa-substantial"))
                .body(containsString("level=SUBSTANTIAL"));
    }

    @Test
    void aCitizenBelowTheDeclaredLevelIsToldWhichOneIsNeeded() {
        refused("citizen", citizen(KARI).with("acr", "idporten-loa-substantial"), 403, 1033)
                .body("detail", containsString("idporten-loa-high"));
    }

    @Test
    void anUnknownLevelIsNoLevel() {
        refused("citizen-substantial", citizen(KARI).with("acr", "idporten-loa-low"), 403, 1033);
        refused("citizen-substantial", citizen(KARI).without("acr"), 403, 1033);
    }

    @Test
    void aLoginWithoutANationalIdentityNumberIsRefused() {
        refused("citizen", citizen(KARI).without("pid"), 403, 1032);
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithoutRepeatingIt() {
        refused("citizen", citizen("20914695017"), 403, 1032).body(not(containsString("20914695017")));
    }

    @Test
    void aClientSystemActsForItsConsumer() {
        admitted("system", clientSystem(CLINIC, WRITE + " brevdue:letters.read"))
                .body(allOf(containsString("consumer=" + CLINIC), containsString("supplier=null")));
    }

    @Test
    void aSupplierThatTheOrganisationHasNotRegisteredIsRefused() {
        refused("system", clientSystem(CLINIC, WRITE).with("supplier", iso6523(VENDOR)), 403, 1032);
    }

    @Test
    void aSystemThatNamesAPersonIsStillASystem() {
        Tokens token =
                clientSystem(CLINIC, WRITE + " brevdue:me").with("pid", KARI).with("acr", "idporten-loa-high");

        admitted("system", token);
        refused("citizen", token, 403, 1032);
    }

    @Test
    void aSystemWithoutAValidOrganisationIsRefused() {
        refused("system", clientSystem(CLINIC, WRITE).without("consumer"), 403, 1032);
        refused("system", clientSystem("974760674", WRITE), 403, 1032);
        refused("system", clientSystem(CLINIC, WRITE).with("consumer", CLINIC), 403, 1032);
        refused("system", clientSystem(CLINIC, WRITE).with("supplier", Map.of("ID", "0192:" + VENDOR)), 403, 1032);
    }

    @Test
    void aHealthWorkerIsKnownByHprNumberAndOrganisation() {
        admitted("health-worker", healthWorker("565501872", CLINIC))
                .body(allOf(containsString("hprNumber=565501872"), containsString("organization=" + CLINIC)));
    }

    @Test
    void aHealthWorkerBelowTheDeclaredSecurityLevelIsRefused() {
        Tokens weak = healthWorker("565501872", CLINIC).with("helseid://claims/identity/security_level", "3");

        refused("health-worker", weak, 403, 1033);
    }

    @Test
    void helseIdMayListScopes() {
        admitted("health-worker", healthWorker("565501872", CLINIC).with("scope", List.of("openid", "brevdue:staff")));
    }

    @Test
    void someoneWithoutHprNumberIsNoHealthWorker() {
        refused(
                "health-worker",
                healthWorker("565501872", CLINIC).without("helseid://claims/hpr/hpr_number"),
                403,
                1032);
    }

    @Test
    void theScopeSetsOperatorsAndServicesApart() {
        admitted("operations", operator("solveig")).body(equalTo("Operator[subject=solveig]"));
        admitted("operations", serviceAccount("notification", "brevdue:contact-points.read"))
                .body(equalTo("ServiceAccount[service=notification]"));
    }

    @Test
    void aPublicAddressAsksNobody() {
        given().get("/guarded/public").then().statusCode(200).body(equalTo("nobody"));
        given().header("Authorization", "Bearer rubbish")
                .get("/guarded/public")
                .then()
                .statusCode(200);
    }

    @Test
    void anAddressThatDeclaresNobodyAdmitsNobody() {
        assertProblem(with(operator("solveig")).get("/undeclared").then(), 403, 1032);
    }

    @Test
    void aRequestWithoutTokenIsToldToBringOne() {
        assertProblem(given().get("/guarded/citizen").then(), 401, 1030).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void aTokenThatIsNoTokenIsRefused() {
        assertProblem(
                        given().header("Authorization", "Bearer rubbish")
                                .get("/guarded/citizen")
                                .then(),
                        401,
                        1031)
                .header("WWW-Authenticate", startsWith("Bearer error="));
        assertProblem(
                given().auth()
                        .preemptive()
                        .basic("kari", "kari")
                        .get("/guarded/citizen")
                        .then(),
                401,
                1031);
    }

    @Test
    void theIssuerDecidesEvenWhenScopesMatch() {
        refused("citizen", citizen(KARI).by(Issuer.OPERATIONS), 403, 1032);
        refused("system", clientSystem(CLINIC, WRITE).by(Issuer.ID_PORTEN), 403, 1032);
    }

    @Test
    void aMissingOrForeignScopeIsRefused() {
        refused("citizen", citizen(KARI).without("scope"), 403, 1032);
        refused("citizen", citizen(KARI).with("scope", "openid brevdue:me.not"), 403, 1032);
    }

    @Test
    void aTokenBoundToAKeyIsRefusedAsBearer() {
        refused("citizen", citizen(KARI).with("cnf", Map.of("jkt", "thumbprint")), 401, 1031);
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse admitted(String path, Tokens token) {
        return with(token).get("/guarded/" + path).then().statusCode(200);
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse refused(String path, Tokens token, int status, int code) {
        return assertProblem(with(token).get("/guarded/" + path).then(), status, code);
    }

    private static RequestSpecification with(Tokens token) {
        return given().auth().oauth2(token.sign());
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse assertProblem(ValidatableResponse response, int status, int code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo("BD-" + code));
    }
}
