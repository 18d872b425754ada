package no.brevdue.identity.login;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.testing.OidcResource;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class LoginsResourceTest {

    @Inject
    Letters letters;

    @Inject
    Database database;

    @Inject
    JobRunner jobs;

    @Test
    void aLoginIsNotedOnceHoweverManyTokensItHas() {
        String number = SyntheticPeople.PETRA;
        PersonRegistered unused = registered(number);
        long loggedIn = System.currentTimeMillis() / 1000 - 30;
        Tokens login = Tokens.citizen(number).with("auth_time", loggedIn);

        visit(login.with("jti", "first"));
        visit(login.with("jti", "first"));
        visit(login.with("jti", "second"));
        visit(login.with("client_id", "another-app"));

        logins(number)
                .body("", hasSize(2))
                .body("at[0]", equalTo(Instant.ofEpochSecond(loggedIn).toString()))
                .body("level", contains("idporten-loa-high", "idporten-loa-high"))
                .body("issuer[0]", equalTo(OidcResource.url(Issuer.ID_PORTEN)))
                .body("client.sort()", contains("another-app", "patient-app"));
    }

    @Test
    void whereTokensDoNotTellOfTheLoginEachIsOne() {
        String number = SyntheticPeople.ROLF;
        PersonRegistered unused = registered(number);

        visit(Tokens.citizen(number).with("jti", "one"));
        visit(Tokens.citizen(number).with("jti", "one"));
        visit(Tokens.citizen(number).with("jti", "another"));

        logins(number).body("", hasSize(2));
    }

    @Test
    void anotherPersonsLoginsAreInvisible() {
        assertThat(registered(SyntheticPeople.AASE).alias())
                .isNotEqualTo(registered(SyntheticPeople.VIGDIS).alias());
        visit(Tokens.citizen(SyntheticPeople.AASE).with("jti", "hers"));

        logins(SyntheticPeople.VIGDIS).body("", hasSize(0));
    }

    @Test
    void afterThirteenMonthsALoginIsForgotten() {
        PersonRegistered signe = registered(SyntheticPeople.SIGNE);
        note(signe.personId(), "12 months");
        note(signe.personId(), "14 months");
        logins(SyntheticPeople.SIGNE).body("client", contains("12 months"));

        jobs.wake(LoginRetentionJob.class);

        await().until(() -> kept(signe.personId()) == 1);
    }

    private PersonRegistered registered(String number) {
        Registers.know(number, "1985-04-16");
        return letters.register(number);
    }

    private static void visit(Tokens token) {
        ValidatableResponse unused =
                given().auth().oauth2(token.sign()).get("/v1/me").then().statusCode(200);
    }

    private static ValidatableResponse logins(String number) {
        return given().auth()
                .oauth2(Tokens.citizen(number).sign())
                .get("/v1/me/logins")
                .then()
                .statusCode(200);
    }

    private void note(UUID person, String ago) {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("""
                        insert into login (person_id, key, at, level, issuer, client)
                        values (:person, :ago, now() - :ago::interval, 'idporten-loa-high', 'https://idporten.no', :ago)""")
                .bind("person", person)
                .bind("ago", ago)
                .execute());
    }

    private int kept(UUID person) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from login where person_id = :person")
                .bind("person", person)
                .mapTo(Integer.class)
                .one());
    }
}
