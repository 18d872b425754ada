package no.brevdue.identity.contact;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Browser;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Mail;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class MyContactPointsTest {

    private static final String EMAIL = "CHANGE_EMAIL";
    private static final String MOBILE = "CHANGE_MOBILE";

    @Inject
    Letters letters;

    @Inject
    Mail mail;

    @Inject
    Facts facts;

    @Inject
    TestClock clock;

    @AfterEach
    void timeIsBack() {
        clock.set(TestClock.START);
    }

    @Test
    void anAddressIsInUseOnceItsCodeIsHandedInAndTheOldOneIsTold() {
        String number = SyntheticPeople.DAGFINN;
        PersonRegistered dagfinn = reachable(number, "dagfinn-old@example.no");

        use(number, "dagfinn-new@example.no")
                .statusCode(202)
                .body("email", nullValue())
                .body("awaitsCode.address", equalTo("d***@example.no"))
                .body("awaitsCode.until", equalTo("2026-01-05T09:15:00Z"));
        lookUp(dagfinn.alias()).body("email", equalTo("dagfinn-old@example.no"));

        handIn(number, mail.to("dagfinn-new@example.no").code())
                .statusCode(200)
                .body("email.address", equalTo("d***@example.no"))
                .body("email.verified", equalTo(true))
                .body("email.inUse", equalTo(true))
                .body("awaitsCode", nullValue())
                .body("register.email.usable", equalTo(true));
        lookUp(dagfinn.alias()).body("email", equalTo("dagfinn-new@example.no"));

        Mail.Notice toOld = mail.to("dagfinn-old@example.no");
        assertThat(toOld.hasCode()).isFalse();
        mail.handedOver(toOld);
        mail.lookUp(toOld.id()).statusCode(404).body("code", equalTo("BD-1127"));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> dagfinn.alias().equals(entry.subject()))
                .extracting(AuditEntryRecorded::action)
                .contains("contact-email-requested", "contact-notice-read", "contact-email-changed"));
    }

    @Test
    void whoeverTheRegisterCannotReachIsReachedAtTheirOwnAddress() {
        String number = SyntheticPeople.ELLEN;
        Registers.know(number, "1974-05-05");
        PersonRegistered ellen = letters.register(number);

        verified(number, "ellen@example.no");

        lookUp(ellen.alias()).body("email", equalTo("ellen@example.no"));
        assertPublished(new ContactabilityChanged(ellen.personId(), 2, false, true, false, Language.NB));
    }

    @Test
    void anOwnAddressGrowsOldAsTheRegistersDo() {
        String number = SyntheticPeople.FRODE;
        Registers.know(number, "1975-06-06");
        PersonRegistered frode = letters.register(number);
        verified(number, "frode@example.no");

        clock.advance(Duration.ofDays(560));

        lookUp(frode.alias()).statusCode(200).body("email", nullValue());
    }

    @Test
    void aCodeIsGoodOnceAndForAQuarterOfAnHour() {
        String number = SyntheticPeople.GERD;
        PersonRegistered unused = reachable(number, "gerd-old@example.no");
        use(number, "gerd-first@example.no").statusCode(202);
        Mail.Notice notice = mail.to("gerd-first@example.no");
        assertThat(mail.to("gerd-first@example.no"))
                .as("the same when it is asked for again")
                .isEqualTo(notice);
        handIn(number, notice.code()).statusCode(200);

        handIn(number, notice.code()).statusCode(409).body("code", equalTo("BD-1125"));

        use(number, "gerd-second@example.no").statusCode(202);
        String code = mail.to("gerd-second@example.no").code();
        clock.advance(Duration.ofMinutes(15));
        handIn(number, code).statusCode(409).body("code", equalTo("BD-1125"));
        me(number).get("/v1/me/contact-points").then().body("email.inUse", equalTo(true));
    }

    @Test
    void fiveWrongCodesAreAnEndToIt() {
        String number = SyntheticPeople.HAAKON;
        PersonRegistered unused = reachable(number, "haakon-old@example.no");
        use(number, "haakon-new@example.no").statusCode(202);
        String code = mail.to("haakon-new@example.no").code();
        String wrong = code.equals("000000") ? "000001" : "000000";

        for (int i = 0; i < 5; i++) {
            handIn(number, wrong).statusCode(400).body("code", equalTo("BD-1126"));
        }

        handIn(number, code).statusCode(409).body("code", equalTo("BD-1125"));
    }

    @Test
    void aNewCodeReplacesTheOldOneAndFiveAnHourAreEnough() {
        String number = SyntheticPeople.IDA;
        PersonRegistered unused = reachable(number, "ida-old@example.no");
        use(number, "ida-new@example.no").statusCode(202);
        UUID first = mail.to("ida-new@example.no").id();
        for (int i = 0; i < 4; i++) {
            anotherCode(number).statusCode(202);
        }

        anotherCode(number).statusCode(429).header("Retry-After", "3600").body("code", equalTo("BD-1124"));
        mail.lookUp(first).statusCode(404);
        handIn(number, mail.to("ida-new@example.no").code()).statusCode(200);
        clock.advance(Duration.ofMinutes(61));
        anotherCode(number).statusCode(409).body("code", equalTo("BD-1125"));
    }

    @Test
    void withoutAFreshLoginNothingThatMattersIsChanged() {
        String number = SyntheticPeople.JORUNN;
        PersonRegistered unused = reachable(number, "jorunn-old@example.no");
        String forMobile = Browser.stepUp(number, MOBILE);
        String ofAnother = Browser.stepUp(SyntheticPeople.VIGDIS, EMAIL);
        Map<String, String> body = Map.of("address", "jorunn-new@example.no");

        assertStepUpNeeded(me(number).body(body).put("/v1/me/contact-points/email"));
        assertStepUpNeeded(
                me(number).header("Brevdue-Step-Up", forMobile).body(body).put("/v1/me/contact-points/email"));
        assertStepUpNeeded(
                me(number).header("Brevdue-Step-Up", ofAnother).body(body).put("/v1/me/contact-points/email"));
        assertStepUpNeeded(me(number).delete("/v1/me/contact-points/email"));
        assertStepUpNeeded(me(number).body(Map.of("number", "91234567")).put("/v1/me/contact-points/mobile"));
        assertStepUpNeeded(me(number).delete("/v1/me/contact-points/mobile"));
    }

    @Test
    void anOwnMobileNumberStaysUnverifiedAndUnusedAndTheChangeIsTold() {
        String number = SyntheticPeople.KJELL;
        PersonRegistered kjell = reachable(number, "kjell@example.no");

        me(number)
                .header("Brevdue-Step-Up", Browser.stepUp(number, MOBILE))
                .body(Map.of("number", "41 23 45 67"))
                .put("/v1/me/contact-points/mobile")
                .then()
                .statusCode(200)
                .body("mobile.address", equalTo("*****67"))
                .body("mobile.verified", equalTo(false))
                .body("mobile.inUse", equalTo(false));

        lookUp(kjell.alias()).body("mobile", equalTo("+4798765432"));
        assertThat(mail.to("kjell@example.no").hasCode()).isFalse();
        me(number)
                .header("Brevdue-Step-Up", Browser.stepUp(number, MOBILE))
                .delete("/v1/me/contact-points/mobile")
                .then()
                .statusCode(204);
        me(number).get("/v1/me/contact-points").then().body("mobile", nullValue());
    }

    @Test
    void withoutAnOwnAddressTheRegistersIsInUseAgain() {
        String number = SyntheticPeople.LIV;
        PersonRegistered liv = reachable(number, "liv-register@example.no");
        verified(number, "liv-own@example.no");

        me(number)
                .header("Brevdue-Step-Up", Browser.stepUp(number, EMAIL))
                .delete("/v1/me/contact-points/email")
                .then()
                .statusCode(204);

        lookUp(liv.alias()).body("email", equalTo("liv-register@example.no"));
        assertThat(mail.to("liv-own@example.no").hasCode()).isFalse();
    }

    @Test
    void theChosenLanguageGoesBeforeTheRegisters() {
        String number = SyntheticPeople.MAGNUS;
        PersonRegistered magnus = reachable(number, "magnus@example.no");

        me(number)
                .body(Map.of("language", "SE"))
                .put("/v1/me/contact-points/language")
                .then()
                .statusCode(200)
                .body("language", equalTo("SE"));
        clock.advance(Duration.ofMinutes(61));

        lookUp(magnus.alias()).body("language", equalTo("SE")).body("asOf", equalTo("2026-01-05T10:01:00Z"));
        assertPublished(new ContactabilityChanged(magnus.personId(), 2, false, true, true, Language.SE));
    }

    @Test
    void whatIsNoAddressOrNumberIsRefusedWithoutRepeatingIt() {
        String number = SyntheticPeople.NINA;
        PersonRegistered unused = reachable(number, "nina@example.no");

        me(number)
                .body(Map.of("address", "not-an-address"))
                .put("/v1/me/contact-points/email")
                .then()
                .statusCode(400)
                .body("code", equalTo("BD-1120"))
                .body("detail", equalTo("That is no e-mail address."));
        me(number)
                .body(Map.of("number", "22225555"))
                .put("/v1/me/contact-points/mobile")
                .then()
                .statusCode(400)
                .body("code", equalTo("BD-1121"));
    }

    @Test
    void whoeverIsNotRegisteredHasNoContactPoints() {
        me(SyntheticPeople.RANDI)
                .get("/v1/me/contact-points")
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1101"));
    }

    private void verified(String number, String address) {
        use(number, address).statusCode(202);
        handIn(number, mail.to(address).code()).statusCode(200);
    }

    private static ValidatableResponse use(String number, String address) {
        return me(number)
                .header("Brevdue-Step-Up", Browser.stepUp(number, EMAIL))
                .body(Map.of("address", address))
                .put("/v1/me/contact-points/email")
                .then();
    }

    private static ValidatableResponse anotherCode(String number) {
        return me(number).post("/v1/me/contact-points/email/codes").then();
    }

    private static ValidatableResponse handIn(String number, String code) {
        return me(number)
                .body(Map.of("code", code))
                .post("/v1/me/contact-points/email/verifications")
                .then();
    }

    private static RequestSpecification me(String number) {
        return given().auth().oauth2(Tokens.citizen(number).sign()).contentType("application/json");
    }

    private static void assertStepUpNeeded(io.restassured.response.Response response) {
        ValidatableResponse unused = response.then().statusCode(403).body("code", equalTo("BD-1130"));
    }

    private void assertPublished(ContactabilityChanged fact) {
        await().untilAsserted(() ->
                assertThat(facts.published(ContactabilityChanged.class)).contains(fact));
    }

    private PersonRegistered reachable(String number, String email) {
        OffsetDateTime recently = TestClock.START.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
        Registers.know(number, "1975-03-14");
        Registers.reachable(number, email, recently, "+4798765432", recently);
        return letters.register(number);
    }

    private static ValidatableResponse lookUp(UUID alias) {
        return given().auth()
                .oauth2(Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                        .sign())
                .contentType("application/json")
                .body(Map.of("letters", List.of(Map.of("alias", alias)), "purpose", "letter-notification"))
                .post("/v1/contact-points/lookups")
                .then()
                .rootPath("answers[0].contact");
    }
}
