package no.brevdue.mailbox.message;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever sends learns nothing of whether the number is known: neither by the answer nor by the time it takes. */
@QuarkusTest
class SendingPaceTest {

    private static final int PAIRS = 30;

    /** As far from a half as the share of pairs comes by chance almost never. */
    private static final double FURTHEST = 0.27;

    private final People people;

    SendingPaceTest(People people) {
        this.people = people;
    }

    @Test
    void aLetterToSomebodyKnownIsAcceptedAsFastAndInTheSameWordsAsOneToAStranger() {
        NationalIdentityNumber known = people.registeredAndInAgreement();
        NationalIdentityNumber stranger = people.stranger();
        assertThat(answer(known)).isEqualTo(answer(stranger));
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofStranger = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            // What one letter sets in motion must not always meet the other.
            boolean knownFirst = pair % 2 == 0;
            if (knownFirst) {
                ofKnown.add(time(known));
            }
            ofStranger.add(time(stranger));
            if (!knownFirst) {
                ofKnown.add(time(known));
            }
        }

        assertThat(longer(ofKnown, ofStranger)).isBetween(0.5 - FURTHEST, 0.5 + FURTHEST);
    }

    /** Without the ids, which are new each time. */
    private static String answer(NationalIdentityNumber number) {
        return send(letterTo(number))
                .statusCode(201)
                .extract()
                .asString()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
    }

    private static long time(NationalIdentityNumber number) {
        long begun = System.nanoTime();
        send(letterTo(number)).statusCode(201);
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
