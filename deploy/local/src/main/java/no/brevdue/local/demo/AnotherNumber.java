package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;

/** Dina's D-number becomes a birth number. That happens once in a life: on a stack where it has, the letters tell the same. */
final class AnotherNumber {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final Narrator narrator;
    private final Clinic clinic;
    private final World world;
    private final AccessLogLines log;
    private final Patient before = new Patient("dina");
    private final Patient after = new Patient("dina-renumbered");

    AnotherNumber(Narrator narrator, Clinic clinic, World world, AccessLogLines log) {
        this.narrator = narrator;
        this.clinic = clinic;
        this.world = world;
        this.log = log;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("Dina has a D-number and reads a letter");
        PublishedLetter letter =
                clinic.publish(Letter.to(SyntheticPeople.DINA, "Time til kontroll", "Du har time mandag."));
        before.agree(narrator, "Dina");
        Answer opened =
                Patiently.await(A_MOMENT, () -> before.open(letter.deliveryId()), answer -> answer.status() < 400);
        narrator.expect("She opens it", opened.status() == 200, opened.text("/title"));

        narrator.chapter("She is given a birth number");
        boolean first = after.profile().status() == 404;
        if (first) {
            world.live("{\"event\":\"renumber\",\"person\":\"dina\"}");
        } else {
            narrator.say("She was, when this story was played here before.");
        }
        Answer found =
                Patiently.await(A_MOMENT, () -> after.letter(letter.deliveryId()), answer -> answer.status() == 200);
        narrator.expect("Under the new number the old letter is there", found.status() == 200, found.text("/title"));
        Answer again =
                Patiently.await(A_MOMENT, () -> after.open(letter.deliveryId()), answer -> answer.status() < 400);
        narrator.expect(
                "It opens: the terms she accepted are accepted still",
                again.text("/body").equals("Du har time mandag."),
                again.text("/title"));
        if (first) {
            log.expect(
                    narrator,
                    "Dina's",
                    after,
                    "letter-accepted treatment",
                    "identity-number-changed population-register",
                    "letter-opened own-use");
        } else {
            log.expect(narrator, "Dina's", after, "letter-accepted treatment", "letter-opened own-use");
        }
    }
}
