package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ola lets Kari read for him, is taken for dead, and in the end changes his mind. */
final class PowerOfAttorney {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final Narrator narrator;
    private final Clinic clinic;
    private final World world;
    private final AccessLogLines log;
    private final Patient ola = new Patient("ola");
    private final Patient kari = new Patient("kari");

    PowerOfAttorney(Narrator narrator, Clinic clinic, World world, AccessLogLines log) {
        this.narrator = narrator;
        this.clinic = clinic;
        this.world = world;
        this.log = log;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("Ola lets Kari read for him");
        PublishedLetter letter =
                clinic.publish(Letter.to(SyntheticPeople.OLA, "Innkalling til kontroll", "Kom fastende."));
        PublishedLetter unread = clinic.publish(Letter.to(SyntheticPeople.OLA, "Svar på prøve", "Alt er i orden."));
        // She is known once somebody has written to her, too.
        PublishedLetter unused = clinic.publish(Letter.to(SyntheticPeople.KARI, "Timebestilling", "Ring oss."));
        String power = ola.give(SyntheticPeople.KARI, "READ").require(201).text("/powerOfAttorneyId");
        String olasId = ola.profile().require(200).text("/personId");
        kari.agree(narrator, "Kari");
        ola.agree(narrator, "Ola");
        Patient forOla = kari.onBehalfOf(olasId);
        opens(forOla, letter, "Kari reads Ola's letter");
        log.expect(
                narrator,
                "Ola's",
                ola,
                "power-of-attorney-given own-use",
                "letter-opened on-behalf-by-power-of-attorney");
        try {
            death(forOla, letter, unread);
        } finally {
            world.live("{\"event\":\"annul\",\"person\":\"ola\"}");
        }
        annulment(forOla, letter, unread);

        narrator.chapter("Ola changes his mind");
        ola.end(power).require(204);
        Instant ended = Instant.now();
        Answer out =
                Patiently.await(A_MOMENT, () -> forOla.open(letter.deliveryId()), answer -> answer.status() >= 400);
        narrator.expect(
                "Ended, the power opens nothing any more",
                out.status() == 404,
                "after " + Duration.between(ended, Instant.now()).toMillis() + " ms");
        log.expect(narrator, "Ola's", ola, "power-of-attorney-ended own-use");
    }

    private void death(Patient forOla, PublishedLetter letter, PublishedLetter unread)
            throws IOException, InterruptedException {
        narrator.chapter("Ola's death is reported");
        Instant reported = Instant.now();
        world.live("{\"event\":\"die\",\"person\":\"ola\"}");
        Answer gone = Patiently.await(A_MOMENT, () -> ola.open(letter.deliveryId()), answer -> answer.status() >= 400);
        narrator.expect(
                "His letters are locked, and who logs in as him is told why",
                gone.text("/code").equals("BD-1329"),
                gone.text("/code") + " after "
                        + Duration.between(reported, Instant.now()).toMillis() + " ms");
        Answer kariOut =
                Patiently.await(A_MOMENT, () -> forOla.open(letter.deliveryId()), answer -> answer.status() >= 400);
        narrator.expect("Kari is out, too", kariOut.status() == 404, kariOut.text("/code"));
        List<String> news = newsOnce(unread, "delivery-paused REPORTED_DEAD");
        narrator.expect("The clinic hears it and may verify", news.contains("delivery-paused REPORTED_DEAD"), news);
    }

    private void annulment(Patient forOla, PublishedLetter letter, PublishedLetter unread)
            throws IOException, InterruptedException {
        narrator.chapter("Ola lives");
        opens(ola, unread, "He reads what had come");
        opens(forOla, letter, "Kari reads for him again");
        List<String> news = newsOnce(unread, "delivery-resumed");
        narrator.expect("The clinic hears that, too", news.contains("delivery-resumed"), news);
        log.expect(narrator, "Ola's", ola, "register-facts-changed population-register", "letter-opened own-use");
    }

    private void opens(Patient reader, PublishedLetter letter, String claim) throws IOException, InterruptedException {
        Answer opened =
                Patiently.await(A_MOMENT, () -> reader.open(letter.deliveryId()), answer -> answer.status() < 400);
        narrator.expect(claim, opened.status() == 200, opened.text("/title"));
    }

    private List<String> newsOnce(PublishedLetter letter, String awaited) throws IOException, InterruptedException {
        return Patiently.await(A_MOMENT, () -> clinic.news(letter.messageId()), news -> news.contains(awaited));
    }
}
