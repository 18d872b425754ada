package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What becomes of letters when people get another number, turn out to be one, die, and did not die after all. */
final class LifeStory implements Story {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final Clinic clinic = new Clinic("solvang-clinic");
    private final World world = new World();

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        anotherNumber(narrator);
        oneOfTwo(narrator);
        deathAndAnnulment(narrator);
    }

    private void anotherNumber(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("1. Dina has a D-number and reads a letter");
        String message = send(Letter.to(SyntheticPeople.DINA, "Time til kontroll", "Du har time mandag."));
        String letter = published(message);
        Patient dina = new Patient("dina");
        Answer accepted = dina.acceptCurrentTerms();
        narrator.expect("She accepts the terms", accepted.status() == 201, accepted.status());
        Answer opened = Patiently.await(A_MOMENT, () -> dina.open(letter), answer -> answer.status() < 400);
        narrator.expect("... and opens the letter", opened.status() == 200, opened.text("/title"));

        narrator.chapter("2. She is given a birth number");
        world.live("{\"event\":\"renumber\",\"person\":\"dina\"}");
        Patient renumbered = new Patient("dina-renumbered");
        Answer found = Patiently.await(A_MOMENT, () -> renumbered.letter(letter), answer -> answer.status() == 200);
        narrator.expect("Under the new number the old letter is there", found.status() == 200, found.text("/title"));
        Answer again = Patiently.await(A_MOMENT, () -> renumbered.open(letter), answer -> answer.status() < 400);
        narrator.expect(
                "It opens: the terms she accepted are accepted still",
                again.text("/body").equals("Du har time mandag."),
                again.text("/title"));
        List<String> log =
                Patiently.await(A_MOMENT, () -> actions(renumbered), acts -> acts.contains("terms-accepted"));
        narrator.expect(
                "Her access log goes back to before",
                log.containsAll(List.of("letter-accepted", "terms-accepted", "identity-number-changed")),
                log.size() + " entries");
    }

    private void oneOfTwo(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("3. Somebody with another D-number turns out to be Dina");
        String message = send(Letter.to(SyntheticPeople.DINA_AGAIN, "Svar på prøve", "Alt er i orden."));
        String letter = published(message);
        Patient dina = new Patient("dina-renumbered");
        int before = dina.letter(letter).status();
        narrator.expect("The other's letter is not Dina's", before == 404, before);
        world.live("{\"event\":\"merge\",\"person\":\"dina\",\"duplicate\":\"dina-again\"}");
        Answer merged = Patiently.await(A_MOMENT, () -> dina.letter(letter), answer -> answer.status() == 200);
        narrator.expect("They are one: it is", merged.status() == 200, merged.text("/title"));

        world.live("{\"event\":\"split\",\"person\":\"dina\",\"duplicate\":\"dina-again\"}");
        Answer split = Patiently.await(A_MOMENT, () -> dina.letter(letter), answer -> answer.status() == 404);
        narrator.expect("They are two after all: it is not", split.status() == 404, split.status());
        Patient other = new Patient("dina-again");
        Answer own = Patiently.await(A_MOMENT, () -> other.letter(letter), answer -> answer.status() == 200);
        narrator.expect("... but the other's, as before", own.status() == 200, own.text("/title"));
    }

    private void deathAndAnnulment(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("4. Anne's death is reported");
        String message = send(Letter.to(SyntheticPeople.ANNE, "Innkalling", "Vi ber deg komme."));
        String letter = published(message);
        Patient anne = new Patient("anne");
        anne.acceptCurrentTerms().require(201);
        narrator.expect("Her letter is there", anne.letter(letter).status() == 200, letter);
        long reported = System.nanoTime();
        world.live("{\"event\":\"die\",\"person\":\"anne\"}");
        Answer gone = Patiently.await(A_MOMENT, () -> anne.letter(letter), answer -> answer.status() == 404);
        Duration took = Duration.ofNanos(System.nanoTime() - reported);
        narrator.expect("Nobody reads it any longer", gone.status() == 404, "within " + took.toMillis() + " ms");
        List<String> paused = Patiently.await(
                A_MOMENT, () -> clinic.news(message), news -> news.contains("delivery-paused REPORTED_DEAD"));
        narrator.expect("The clinic hears it and may verify", paused.contains("delivery-paused REPORTED_DEAD"), paused);
        String another = send(Letter.to(SyntheticPeople.ANNE, "Purring", "Vi venter på deg."));
        Proof back = clinic.proofOnce(
                another, proof -> proof.toPerson().path("state").asText().equals("RETURNED"));
        narrator.expect(
                "A further letter comes back",
                back.toPerson().path("reason").asText().equals("REPORTED_DEAD"),
                back.toPerson().path("reason"));

        narrator.chapter("5. Anne lives");
        world.live("{\"event\":\"annul\",\"person\":\"anne\"}");
        Answer opened = Patiently.await(A_MOMENT, () -> anne.open(letter), answer -> answer.status() == 200);
        narrator.expect(
                "She reads her letter", opened.text("/body").equals("Vi ber deg komme."), opened.text("/title"));
        Proof out = clinic.proofOnce(another, Proof::isPublished);
        narrator.expect(
                "What had come back goes out", out.isPublished(), out.toPerson().path("state"));
        List<String> resumed = clinic.news(message);
        narrator.expect("The clinic hears that too", resumed.contains("delivery-resumed"), resumed);
    }

    private String send(Letter letter) throws IOException, InterruptedException {
        return clinic.send(letter, List.of(), UUID.randomUUID().toString())
                .require(201)
                .text("/messageId");
    }

    private String published(String message) throws IOException, InterruptedException {
        return clinic.proofOnce(message, Proof::isPublished)
                .toPerson()
                .path("deliveryId")
                .asText();
    }

    private static List<String> actions(Patient patient) throws IOException, InterruptedException {
        return patient.wholeAccessLog().stream()
                .map(entry -> entry.path("action").asText())
                .toList();
    }
}
