package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of letters when people get another number, turn out to be one, die, and did not die after all. */
public final class LifeStory implements Story {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final Clinic clinic = new Clinic("solvang-clinic");
    private final World world = new World();

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        new AnotherNumber(narrator, clinic, world, new AccessLogLines(Instant.now())).tell();
        oneOfTwo(narrator);
        deathAndAnnulment(narrator);
    }

    /** A merge changes links alone, and each of the five services has some: none rewrites a row. */
    private void oneOfTwo(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("Somebody with another D-number turns out to be Dina");
        Patient dina = new Patient("dina-renumbered");
        Patient other = new Patient("dina-again");
        PublishedLetter letter =
                clinic.publish(Letter.to(SyntheticPeople.DINA_AGAIN, "Svar på prøve", "Alt er i orden."));
        other.deny(SyntheticOrganization.FJORD).require(200);
        int before = dina.letter(letter.deliveryId()).status();
        narrator.expect("The other's letter is not Dina's", before == 404, before);
        String dinasId = dina.profile().require(200).text("/personId");
        int mails = world.allMailTo("dina@epost.example").size();
        long entries = accepted(dina);

        world.live("{\"event\":\"merge\",\"person\":\"dina\",\"duplicate\":\"dina-again\"}");
        Answer merged = found(dina, letter);
        narrator.expect("mailbox: they are one, and it is", merged.status() == 200, merged.text("/title"));
        Answer same = other.profile();
        narrator.expect(
                "identity: both numbers log in as one", same.text("/personId").equals(dinasId), dinasId);
        Answer denied = Patiently.await(A_MOMENT, dina::restrictions, LifeStory::deniesFjord);
        narrator.expect("consent: whom the other denied, Dina denies", deniesFjord(denied), denied.text("/0/target"));
        long later = Patiently.await(A_MOMENT, () -> accepted(dina), count -> count > entries);
        narrator.expect("audit: the other's log is in hers", later > entries, later + " letters, before " + entries);
        PublishedLetter toOldNumber = clinic.publish(
                Letter.to(SyntheticPeople.DINA.numbered(SyntheticPeople.DINA_AGAIN.number()), "Ny time", "Kl. ti."));
        List<JsonNode> told =
                Patiently.await(A_WHILE, () -> world.allMailTo("dina@epost.example"), found -> found.size() > mails);
        narrator.expect("notification: what is sent to the other is told to her", told.size() > mails, told.size());

        world.live("{\"event\":\"split\",\"person\":\"dina\",\"duplicate\":\"dina-again\"}");
        Answer split =
                Patiently.await(A_MOMENT, () -> dina.letter(letter.deliveryId()), answer -> answer.status() == 404);
        narrator.expect("They are two after all: it is not", split.status() == 404, split.status());
        Answer own = found(other, letter);
        narrator.expect("... but the other's, as before", own.status() == 200, own.text("/title"));
        narrator.expect(
                "... and so is what came meanwhile",
                found(other, toOldNumber).status() == 200,
                toOldNumber.deliveryId());
        Answer free = Patiently.await(A_MOMENT, dina::restrictions, answer -> !deniesFjord(answer));
        narrator.expect("Dina denies nobody", !deniesFjord(free), free.json());
    }

    private static Answer found(Patient reader, PublishedLetter letter) throws IOException, InterruptedException {
        return Patiently.await(A_MOMENT, () -> reader.letter(letter.deliveryId()), answer -> answer.status() == 200);
    }

    private static boolean deniesFjord(Answer restrictions) {
        return restrictions.toString().contains(SyntheticOrganization.FJORD.number());
    }

    private static long accepted(Patient patient) throws IOException, InterruptedException {
        return patient.wholeAccessLog().stream()
                .filter(entry -> entry.path("action").asText().equals("letter-accepted"))
                .count();
    }

    private void deathAndAnnulment(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("Anne's death is reported");
        PublishedLetter published = clinic.publish(Letter.to(SyntheticPeople.ANNE, "Innkalling", "Vi ber deg komme."));
        String message = published.messageId();
        String letter = published.deliveryId();
        Patient anne = new Patient("anne");
        anne.agree(narrator, "Anne");
        narrator.expect("Her letter is there", anne.letter(letter).status() == 200, letter);
        long reported = System.nanoTime();
        world.live("{\"event\":\"die\",\"person\":\"anne\"}");
        Answer gone = Patiently.await(A_MOMENT, () -> anne.letter(letter), answer -> answer.status() >= 400);
        Duration took = Duration.ofNanos(System.nanoTime() - reported);
        narrator.expect(
                "Nobody reads it any longer",
                gone.text("/code").equals("BD-1329"),
                "within " + took.toMillis() + " ms");
        List<String> paused = Patiently.await(
                A_MOMENT, () -> clinic.news(message), news -> news.contains("delivery-paused REPORTED_DEAD"));
        narrator.expect("The clinic hears it and may verify", paused.contains("delivery-paused REPORTED_DEAD"), paused);
        String another = clinic.post(Letter.to(SyntheticPeople.ANNE, "Purring", "Vi venter på deg."));
        Proof back = clinic.proofOnce(
                another, proof -> proof.toPerson().path("state").asText().equals("RETURNED"));
        narrator.expect(
                "A further letter comes back",
                back.toPerson().path("reason").asText().equals("REPORTED_DEAD"),
                back.toPerson().path("reason"));

        narrator.chapter("Anne lives");
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
}
