package no.brevdue.identity.contact;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.identity.krr.KrrClient;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.lessThan;

@QuarkusTest
class RefreshTest {

    private static final OffsetDateTime RECENTLY =
            TestClock.START.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    TestClock clock;

    @Inject
    JobRunner jobs;

    @Inject
    KrrClient krr;

    @AfterEach
    void timeAndRegistersAreBack() {
        clock.set(TestClock.START);
        Registers.krrStalls(false);
        Registers.krrAway(false);
    }

    @Test
    void whatNobodyLooksUpIsAskedForAgainAfterADay() {
        PersonRegistered astrid = reachable(SyntheticPeople.ASTRID);
        Registers.reserved(SyntheticPeople.ASTRID);
        clock.advance(Duration.ofHours(25));

        jobs.wake(RefreshJob.class);

        await().untilAsserted(() -> assertThat(facts.published(ContactabilityChanged.class))
                .contains(new ContactabilityChanged(astrid.personId(), 2, true, true, true, Language.NN)));
    }

    @Test
    void anAnswerFromBeforeTheClockWasSetBackIsNone() {
        PersonRegistered person = reachable(SyntheticNumbers.person(1390).value());
        clock.advance(Duration.ofDays(900));
        jobs.wake(RefreshJob.class);
        await().untilAsserted(() -> assertThat(reachability(person)).isEqualTo("2 false"));

        clock.set(TestClock.START);
        jobs.wake(RefreshJob.class);

        await().untilAsserted(() -> assertThat(reachability(person)).isEqualTo("3 true"));
    }

    /** As the last fact has it. */
    private String reachability(PersonRegistered person) {
        return facts.published(ContactabilityChanged.class).stream()
                .filter(fact -> fact.personId().equals(person.personId()))
                .reduce((earlier, later) -> later)
                .map(fact -> fact.version() + " " + fact.emailUsable())
                .orElse("none");
    }

    @Test
    void aRegisterThatStallsHoldsNobodyUp() {
        List<UUID> dozen = IntStream.range(1400, 1412)
                .mapToObj(n -> reachable(SyntheticNumbers.person(n).value()).alias())
                .toList();
        Registers.krrStalls(true);
        clock.advance(Duration.ofHours(2));

        lookUp(dozen)
                .statusCode(200)
                .time(lessThan(2500L))
                .body("answers.contact.email", everyItem(equalTo("somebody@example.no")))
                .body("answers.contact.stale", equalTo(Collections.nCopies(12, true)));
    }

    @Test
    void ofWhatTheRegisterContradictsItselfAboutTheLastAnswerServes() {
        UUID alias = reachable(SyntheticPeople.CECILIE).alias();
        Registers.contradicts(SyntheticPeople.CECILIE);
        clock.advance(Duration.ofHours(2));

        lookUp(alias)
                .statusCode(200)
                .body("asOf", equalTo("2026-01-05T09:00:00Z"))
                .body("stale", equalTo(true));
    }

    @Test
    void theRegisterIsAskedAboutAThousandAtMost() {
        var tooMany = Collections.nCopies(1001, letters.number(SyntheticPeople.ASTRID));

        assertThatThrownBy(() -> krr.ask(tooMany)).isInstanceOf(IllegalArgumentException.class);
    }

    private PersonRegistered reachable(String number) {
        Registers.know(number, "1985-03-14");
        Registers.reachable(number, "somebody@example.no", RECENTLY, "+4791234567", RECENTLY);
        return letters.register(number);
    }

    private static ValidatableResponse lookUp(UUID alias) {
        return lookUp(List.of(alias)).rootPath("answers[0].contact");
    }

    private static ValidatableResponse lookUp(List<UUID> aliases) {
        List<Map<String, UUID>> asked =
                aliases.stream().map(alias -> Map.of("alias", alias)).toList();
        return given().auth()
                .oauth2(Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                        .sign())
                .contentType("application/json")
                .body(Map.of("letters", asked, "purpose", "letter-notification"))
                .post("/v1/contact-points/lookups")
                .then();
    }
}
