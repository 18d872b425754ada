package no.brevdue.identity.representation;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jakarta.inject.Inject;

import static no.brevdue.identity.representation.Household.CLINIC;
import static no.brevdue.identity.representation.Household.TODAY;
import static no.brevdue.identity.representation.Household.adult;
import static no.brevdue.identity.representation.Household.clinic;
import static no.brevdue.identity.representation.Household.me;
import static no.brevdue.identity.representation.Household.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

/** Whoever asks with a number learns nothing of whether it is known: neither by the answer nor by the time it takes. */
@QuarkusTest
class EvenPaceTest {

    private static final int PAIRS = 30;

    /**
     * How often an answer about somebody known took longer than one about a stranger; a half if that tells nothing, and for as
     * many pairs by chance almost never further from it than this.
     */
    private static final double FURTHEST = 0.27;

    /** What tells something tells it each time; what else the machine does meanwhile does not. */
    private static final int SERIES = 3;

    @Inject
    Household household;

    @Test
    void aBlockOfSomebodyKnownTakesAsLongAsOneOfAStranger() {
        String known = number();
        PersonRegistered unused = household.child(known, TODAY.minusYears(9), adult());

        tellsNothing(
                known,
                number -> clinic(CLINIC)
                        .body(Map.of("nationalIdentityNumber", number, "purpose", "TREATMENT"))
                        .post("/v1/care/disclosure-blocks")
                        .then()
                        .statusCode(201));
    }

    @Test
    void aCertificateOfSomebodyKnownTakesAsLongAsOneOfAStranger() {
        tellsNothing(
                household.adultWithALetter(),
                number -> clinic(CLINIC)
                        .body(Map.of(
                                "nationalIdentityNumber", number,
                                "from", "2026-01-05",
                                "until", "2027-01-05",
                                "purpose", "CAPACITY_ASSESSMENT"))
                        .post("/v1/care/certificates")
                        .then()
                        .statusCode(201));
    }

    @Test
    void askingWhatBirthdaysChangeTakesAsLongForSomebodyKnownAsForAStranger() {
        String known = number();
        PersonRegistered unused = household.child(known, TODAY.minusYears(9), adult());

        tellsNothing(
                known,
                number -> clinic(CLINIC)
                        .body(Map.of("nationalIdentityNumber", number, "purpose", "TREATMENT"))
                        .post("/v1/care/coming-changes")
                        .then()
                        .statusCode(200)
                        .body("$", empty()));
    }

    @Test
    void aPowerOfAttorneyToSomebodyKnownTakesAsLongAsOneToAStranger() {
        String giver = household.adultWithALetter();

        tellsNothing(
                household.adultWithALetter(),
                number -> me(giver)
                        .body(Map.of("receiver", Map.of("nationalIdentityNumber", number), "scope", "READ"))
                        .post("/v1/me/powers-of-attorney")
                        .then()
                        .statusCode(201));
    }

    private static void tellsNothing(String known, Consumer<String> asking) {
        String stranger = number();
        asking.accept(known);
        asking.accept(stranger);
        List<Double> shares = new ArrayList<>();
        do {
            shares.add(shareLonger(asking, known, stranger));
        } while (Math.abs(shares.getLast() - 0.5) > FURTHEST && shares.size() < SERIES);
        assertThat(shares).anySatisfy(share -> assertThat(share).isBetween(0.5 - FURTHEST, 0.5 + FURTHEST));
    }

    private static double shareLonger(Consumer<String> asking, String known, String stranger) {
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofStranger = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            ofKnown.add(time(asking, known));
            ofStranger.add(time(asking, stranger));
        }
        return longer(ofKnown, ofStranger);
    }

    private static long time(Consumer<String> asking, String number) {
        long begun = System.nanoTime();
        asking.accept(number);
        return System.nanoTime() - begun;
    }

    /** The share of pairs in which the first took longer: the statistic of Mann and Whitney. */
    private static double longer(List<Long> first, List<Long> second) {
        long longer = first.stream()
                .mapToLong(one -> second.stream().filter(other -> one > other).count())
                .sum();
        return longer / (double) (first.size() * second.size());
    }
}
