package no.brevdue.identity.stepup;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.identity.Browser;
import no.brevdue.identity.Letters;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.OidcResource;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class StepUpTest {

    private static final String TORE = SyntheticPeople.TORE;

    @Inject
    StepUpService stepUps;

    @Inject
    Database database;

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Test
    void aLoginBeginsAtIdPortenAndIsANewOneAtLevelHigh() {
        URI page = Browser.loginPage(TORE, "CHANGE_EMAIL");

        assertThat(page.toString())
                .startsWith(OidcResource.url(Issuer.ID_PORTEN) + "/authorize?")
                .contains(
                        "response_type=code",
                        "client_id=identity",
                        "prompt=login",
                        "acr_values=idporten-loa-high",
                        "code_challenge_method=S256")
                .containsPattern("nonce=[\\w-]{43}")
                .containsPattern("state=[\\w-]{43}");
    }

    @Test
    void aFreshLoginEarnsAHandleThatIsGoodOnce() {
        String handle = Browser.stepUp(TORE, "CHANGE_EMAIL");

        use(TORE, Operation.CHANGE_EMAIL, handle);

        assertThatThrownBy(() -> use(TORE, Operation.CHANGE_EMAIL, handle)).isInstanceOf(ProblemException.class);
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("step-up-confirmed");
                    assertThat(entry.subject()).isEqualTo(letters.alias(TORE));
                }));
    }

    @Test
    void aHandleIsForOneOperationOfOnePerson() {
        String handle = Browser.stepUp(TORE, "CHANGE_EMAIL");

        assertThatThrownBy(() -> use(TORE, Operation.CHANGE_MOBILE, handle)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> use(SyntheticPeople.VIGDIS, Operation.CHANGE_EMAIL, handle))
                .isInstanceOf(ProblemException.class);
        use(TORE, Operation.CHANGE_EMAIL, handle);
    }

    @Test
    void whatIsRolledBackHasNotUsedTheHandle() {
        String handle = Browser.stepUp(TORE, "CHANGE_MOBILE");

        assertThatThrownBy(() -> database.asWorkerDo(tx -> {
                    stepUps.use(tx, letters.alias(TORE), Operation.CHANGE_MOBILE, handle);
                    throw new IllegalStateException("something else went wrong");
                }))
                .isInstanceOf(IllegalStateException.class);

        use(TORE, Operation.CHANGE_MOBILE, handle);
    }

    @Test
    void aHandleEndsByItself() {
        String handle = Browser.stepUp(TORE, "CHANGE_EMAIL");
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("update step_up set expires_at = expires_at - interval '5 minutes' where alias = :alias")
                .bind("alias", letters.alias(TORE))
                .execute());

        assertThatThrownBy(() -> use(TORE, Operation.CHANGE_EMAIL, handle)).isInstanceOf(ProblemException.class);
    }

    @Test
    void idPortenAnswersOnce() {
        URI answer = Browser.logIn(Browser.loginPage(TORE, "CHANGE_EMAIL"), Browser.login(TORE));
        assertThat(Browser.callback(answer)).startsWith("https://www.brevdue.example/profile#step-up=");

        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(answer.getRawPath() + "?" + answer.getRawQuery())
                .then()
                .statusCode(400)
                .body("code", equalTo("BD-1131"));
    }

    @Test
    void somebodyElsesLoginEarnsNothing() {
        assertRefused(Browser.login(SyntheticPeople.VIGDIS), "somebody-else");

        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("step-up-refused");
                    assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                    assertThat(entry.subject()).isEqualTo(letters.alias(TORE));
                }));
    }

    @Test
    void aLoginFromBeforeIsNoNewLogin() {
        Map<String, Object> login = Browser.login(TORE);
        login.put("auth_time", System.currentTimeMillis() / 1000 - 60);

        assertRefused(login, "not-a-new-login");
    }

    @Test
    void aLoginThatDoesNotSayWhenItWasIsNoNewLogin() {
        Map<String, Object> login = Browser.login(TORE);
        assertThat(login.remove("auth_time")).isNotNull();

        assertRefused(login, "not-a-new-login");
    }

    @Test
    void levelSubstantialIsNotEnough() {
        Map<String, Object> login = Browser.login(TORE);
        login.put("acr", Level.SUBSTANTIAL.acr());

        assertRefused(login, "level-too-low");
    }

    @Test
    void anAnswerToAnotherRequestIsRefused() {
        URI page = Browser.loginPage(TORE, "CHANGE_EMAIL");
        URI other = URI.create(page.toString().replaceFirst("nonce=[\\w-]+", "nonce=somebody-elses"));

        assertThat(Browser.callback(Browser.logIn(other, Browser.login(TORE))))
                .endsWith("#step-up-refused=another-request");
    }

    @Test
    void aCodeThatWasBegunWithAnotherSecretIsRefused() {
        URI page = Browser.loginPage(TORE, "CHANGE_EMAIL");
        String challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        URI other = URI.create(page.toString().replaceFirst("code_challenge=[\\w-]+", "code_challenge=" + challenge));

        assertThat(Browser.callback(Browser.logIn(other, Browser.login(TORE))))
                .endsWith("#step-up-refused=not-exchanged");
    }

    @Test
    void whoeverDoesNotLogInEarnsNothing() {
        URI page = Browser.loginPage(TORE, "CHANGE_EMAIL");
        String state = page.getRawQuery().replaceFirst(".*state=([\\w-]+).*", "$1");

        assertThat(Browser.callback(URI.create(
                        "https://api.brevdue.example/v1/step-up/callback?error=access_denied&state=" + state)))
                .endsWith("#step-up-refused=not-logged-in");
    }

    @Test
    void nobodyBeginsMoreThanTenLogins() {
        for (int i = 0; i < 10; i++) {
            assertThat(Browser.loginPage(SyntheticPeople.SIGNE, "CHANGE_MOBILE"))
                    .isNotNull();
        }

        given().auth()
                .oauth2(Tokens.citizen(SyntheticPeople.SIGNE).sign())
                .contentType("application/json")
                .body("{\"operation\":\"CHANGE_MOBILE\"}")
                .post("/v1/me/step-ups")
                .then()
                .statusCode(429)
                .header("Retry-After", "600")
                .body("code", equalTo("BD-1132"));
    }

    private static void assertRefused(Map<String, Object> login, String flaw) {
        URI page = Browser.loginPage(TORE, "CHANGE_EMAIL");

        assertThat(Browser.callback(Browser.logIn(page, login))).endsWith("#step-up-refused=" + flaw);
    }

    private void use(String number, Operation operation, String handle) {
        UUID alias = letters.alias(number);
        database.asWorkerDo(tx -> stepUps.use(tx, alias, operation, handle));
    }
}
