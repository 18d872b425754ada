package no.brevdue.identity.representation;

import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.enterprise.context.ApplicationScoped;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

/** Families as the registers know them, and the plans they are told with. */
@ApplicationScoped
class Household {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    static final String CLINIC = "100100673";
    static final String OTHER_CLINIC = "100100681";

    private static final AtomicInteger NEXT = new AtomicInteger(2000);

    private final Letters letters;
    private final Facts facts;

    Household(Letters letters, Facts facts) {
        this.letters = letters;
        this.facts = facts;
    }

    UUID alias(String digits) {
        return letters.alias(digits);
    }

    PersonRegistered register(String digits) {
        return letters.register(digits);
    }

    PersonRegistered child(LocalDate born, String parent) {
        return child(number(), born, parent);
    }

    PersonRegistered child(String number, LocalDate born, String parent) {
        Registers.know(number, born.toString());
        Registers.livesAt(number, "home-of-" + parent);
        Registers.livesAt(parent, "home-of-" + parent);
        Registers.responsible(number, parent, "Joint");
        return letters.register(number);
    }

    static String adult() {
        String number = number();
        Registers.know(number, "1985-03-14");
        return number;
    }

    String adultWithALetter() {
        String number = adult();
        PersonRegistered unused = letters.register(number);
        return number;
    }

    static String number() {
        return SyntheticNumbers.person(NEXT.getAndIncrement()).value();
    }

    /** The plan that stands in a version of somebody. */
    ReadingPlan plan(PersonRegistered person, long version) {
        return await().until(
                        () -> facts.published(PersonRestated.class).stream()
                                .filter(fact -> fact.personId().equals(person.personId()) && fact.version() == version)
                                .toList(),
                        not(empty()))
                .getFirst()
                .facts()
                .plan();
    }

    static RequestSpecification me(String number) {
        return given().auth().oauth2(Tokens.citizen(number).sign()).contentType("application/json");
    }

    static RequestSpecification clinic(String organization) {
        return given().auth()
                .oauth2(Tokens.clientSystem(organization, "brevdue:representation")
                        .sign())
                .contentType("application/json");
    }
}
