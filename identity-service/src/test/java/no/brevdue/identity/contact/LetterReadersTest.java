package no.brevdue.identity.contact;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Who is told of a letter to a child. The business day is 5 January 2026. */
@QuarkusTest
class LetterReadersTest {

    private static final AtomicInteger NEXT = new AtomicInteger(3000);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @Inject
    Letters letters;

    @Test
    void aParentIsToldForAChildUnderTwelveAndAfterThatOfMarkedLettersOnly() {
        String mother = adult("mor@example.no", "+4791234501");
        PersonRegistered small = child(TODAY.minusYears(8), mother, null);
        PersonRegistered big = child(TODAY.minusYears(12), mother, null);

        lookUp(small, "HIDDEN").body("email", equalTo("mor@example.no"));
        lookUp(big, null).body("email", nullValue()).body("mobile", nullValue());
        lookUp(big, "VISIBLE").body("email", equalTo("mor@example.no"));
    }

    @Test
    void bothParentsAreToldAndWhereTheyShareAnAddressOnce() {
        String mother = adult("mor2@example.no", "+4791234511");
        String father = adult("far2@example.no", "+4791234512");
        String aunt = adult("Mor2@example.no", "+4791234513");
        String number = number();
        Registers.know(number, TODAY.minusYears(8).toString());
        Registers.livesAt(number, "home-of-" + mother);
        Registers.livesAt(mother, "home-of-" + mother);
        for (String responsible : List.of(mother, father, aunt)) {
            Registers.responsible(number, responsible, "Joint");
        }
        PersonRegistered child = letters.register(number);

        ValidatableResponse told = lookUp(child, "HIDDEN").body("others", hasSize(1));

        assertThat(List.of(
                        told.extract().<String>path("answers[0].contact.email").toLowerCase(Locale.ROOT),
                        told.extract()
                                .<String>path("answers[0].contact.others[0].email")
                                .toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("mor2@example.no", "far2@example.no");
    }

    @Test
    void whoReadsAloneIsToldAloneAndNotAtWhatAParentIsReachedBy() {
        String mother = adult("felles@example.no", "+4791234502");
        PersonRegistered sharing = child(TODAY.minusYears(14), mother, "Felles@example.no");
        PersonRegistered own = child(TODAY.minusYears(14), mother, "min@example.no");
        consent(mother, sharing.personId());
        consent(mother, own.personId());

        lookUp(sharing, "HIDDEN").body("email", nullValue());
        lookUp(own, "HIDDEN").body("email", equalTo("min@example.no"));
    }

    private PersonRegistered child(LocalDate born, String mother, @Nullable String email) {
        String number = number();
        Registers.know(number, born.toString());
        Registers.livesAt(number, "home-of-" + mother);
        Registers.livesAt(mother, "home-of-" + mother);
        Registers.responsible(number, mother, "Joint");
        if (email != null) {
            reachable(number, email, "+4791234503");
        }
        return letters.register(number);
    }

    private static String adult(String email, String mobile) {
        String number = number();
        Registers.know(number, "1985-03-14");
        reachable(number, email, mobile);
        return number;
    }

    private static void reachable(String number, String email, String mobile) {
        OffsetDateTime recently = TestClock.START.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
        Registers.reachable(number, email, recently, mobile, recently);
    }

    private static String number() {
        return SyntheticNumbers.person(NEXT.getAndIncrement()).value();
    }

    private static void consent(String mother, UUID child) {
        given().auth()
                .oauth2(Tokens.citizen(mother).sign())
                .put("/v1/me/children/{child}/login-consent", child)
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse lookUp(PersonRegistered person, @Nullable String visibility) {
        Map<String, Object> letter = new HashMap<>(Map.of("alias", person.alias()));
        letter.put("parentVisibility", visibility);
        return given().auth()
                .oauth2(Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                        .sign())
                .contentType("application/json")
                .body(Map.of("letters", List.of(letter), "purpose", "letter-notification"))
                .post("/v1/contact-points/lookups")
                .then()
                .statusCode(200)
                .rootPath("answers[0].contact");
    }
}
