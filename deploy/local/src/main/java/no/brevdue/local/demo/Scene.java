package no.brevdue.local.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.local.people.SyntheticPerson;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** One letter and those who have to do with it. */
final class Scene {

    static final Duration A_MINUTE = Duration.ofMinutes(1);
    static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final World world = new World();
    private final Narrator narrator;
    private final String title;
    private final Clinic clinic = new Clinic("solvang-clinic");
    private String messageId = "";

    Scene(Narrator narrator, String title) {
        this.narrator = narrator;
        this.title = title;
        narrator.chapter(title);
    }

    Clinic clinic() {
        return clinic;
    }

    static Letter letter(SyntheticPerson person) {
        return Letter.to(person, "Innkalling til kontroll", "Du har time til kontroll. Ring oss om den ikke passer.");
    }

    String messageId() {
        return messageId;
    }

    String deliveryId() throws IOException, InterruptedException {
        return proof().toPerson().path("deliveryId").asText();
    }

    void follow(String id) {
        messageId = id;
    }

    void hears(String news) throws IOException, InterruptedException {
        List<String> heard = Patiently.await(A_MOMENT, () -> clinic.news(messageId), all -> all.contains(news));
        expect("The clinic hears it", heard.contains(news), heard);
    }

    Proof publishedForPrint(Letter letter) throws IOException, InterruptedException {
        Answer sent = clinic.sendForPrint(letter);
        messageId = sent.text("/messageId");
        expect("The letter is durably accepted", sent.status() == 201, messageId);
        proves("It is published", Proof::isPublished);
        return proof();
    }

    Answer send(Letter letter) throws IOException, InterruptedException {
        Answer sent = clinic.send(letter, clinic.upload(letter), letter.reference());
        messageId = sent.text("/messageId");
        return sent;
    }

    void accepted(Letter letter) throws IOException, InterruptedException {
        Answer sent = send(letter);
        expect("The letter is durably accepted", sent.status() == 201, messageId);
    }

    @CanIgnoreReturnValue
    Proof published(Letter letter) throws IOException, InterruptedException {
        accepted(letter);
        proves("It is published", Proof::isPublished);
        return proof();
    }

    void opens(Patient patient) throws IOException, InterruptedException {
        Answer terms = patient.acceptCurrentTerms();
        expect("The person has accepted the terms", terms.status() == 201 || terms.status() == 200, terms.status());
        Answer opened = Patiently.await(A_MOMENT, () -> patient.open(deliveryId()), answer -> answer.status() < 400);
        expect("The person opens it", opened.status() == 200, opened.text("/title"));
    }

    Proof proof() throws IOException, InterruptedException {
        return new Proof(clinic.message(messageId).require(200).json());
    }

    Proof once(Predicate<Proof> enough) throws IOException, InterruptedException {
        return clinic.proofOnce(messageId, enough);
    }

    void proves(String claim, Predicate<Proof> proven) throws IOException, InterruptedException {
        Proof proof = once(proven);
        expect(claim, proven.test(proof), proof.summary());
    }

    /** The breach pack of this letter; empty if there is none. */
    String breach() throws IOException, InterruptedException {
        for (var pack : clinic.breaches().require(200).json().path("breaches")) {
            if (pack.path("messageId").asText().equals(messageId)) {
                return pack.toString();
            }
        }
        return "";
    }

    void expect(String claim, boolean holds, Object evidence) {
        narrator.expect(claim, holds, evidence);
    }

    void say(String sentence) {
        narrator.say(sentence);
    }

    void moveClockTo(String deadline) throws IOException, InterruptedException {
        Instant now = Instant.parse(world.businessTime());
        Duration further = Duration.between(now, Instant.parse(deadline)).plus(A_MINUTE);
        say("The development clock moves to " + world.advanceClock(further) + ".");
    }

    void resetClock() throws IOException, InterruptedException {
        say("The development clock is back at " + world.resetClock() + ".");
    }

    void tellLadder() throws IOException, InterruptedException {
        tellLadder(proof());
    }

    /** As somebody else is shown it. */
    void tellLadder(Proof proof) {
        proof.tell(narrator);
    }

    @Override
    public String toString() {
        return title;
    }
}
