package no.brevdue.local.demo;

import no.brevdue.local.demo.ConsentStory.Sent;
import no.brevdue.local.people.Actors;

import java.io.IOException;
import java.time.Duration;

/** Hanne denies one doctor of a clinic: to that doctor the letter is not there, to a colleague it is. */
final class DeniedDoctor {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private final Narrator narrator;
    private final Decider hanne;
    private final Sent letter;
    private final Doctor berg = new Doctor("dr-berg");
    private final Doctor dahl = new Doctor("dr-dahl");

    DeniedDoctor(Narrator narrator, Decider hanne, Sent letter) {
        this.narrator = narrator;
        this.hanne = hanne;
        this.letter = letter;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("5. Hanne denies a doctor of Solvang's");
        Answer before = berg.read(letter.deliveryId());
        narrator.expect("Dr Berg reads what the clinic sent", before.status() == 200, before.text("/title"));
        String restriction = hanne.denyPractitioner(Actors.BERG).require(200).text("/restrictionId");
        Answer denied =
                Patiently.await(A_MOMENT, () -> berg.read(letter.deliveryId()), answer -> answer.status() >= 400);
        narrator.expect("Denied, he finds nothing", denied.status() == 404, denied);
        Answer colleague = dahl.read(letter.deliveryId());
        narrator.expect("Dr Dahl reads on", colleague.status() == 200, colleague.text("/title"));
        hanne.lift(restriction).require(204);
        Answer again =
                Patiently.await(A_MOMENT, () -> berg.read(letter.deliveryId()), answer -> answer.status() == 200);
        narrator.expect("Let again, he reads", again.status() == 200, again.text("/title"));
    }
}
