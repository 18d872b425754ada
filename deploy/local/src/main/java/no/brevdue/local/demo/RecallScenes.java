package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;

/** Letters that their sender takes back. */
final class RecallScenes {

    private final Patient kari = new Patient("kari");
    private final Patient anne = new Patient("anne");

    void recalledUnopened(Scene scene) throws IOException, InterruptedException {
        scene.published(Scene.letter(SyntheticPeople.ANNE));
        scene.clinic().recall(scene.messageId(), "WRONG_RECIPIENT").require(200);
        scene.proves("It is recalled, and nobody had opened it", proof -> proof.says("RECALLED", "UNOPENED"));
        int gone = anne.open(scene.deliveryId()).status();
        scene.expect("For its reader it is gone", gone == 404, gone);
        scene.tellLadder();
    }

    void recalledOpened(Scene scene) throws IOException, InterruptedException {
        scene.published(Scene.letter(SyntheticPeople.KARI));
        scene.opens(kari);
        scene.clinic().recall(scene.messageId(), "WRONG_RECIPIENT").require(200);
        scene.proves("It is sealed, and kept as evidence", proof -> proof.says("RECALLED", "SEALED"));
        Answer sealed = kari.open(scene.deliveryId());
        scene.expect("Its reader is told so, and reads it no more", sealed.status() == 409, sealed.text("/code"));
        String pack = scene.breach();
        scene.expect(
                "The breach pack has the reader as role and pseudonym",
                pack.contains("\"role\":\"PERSON\"") && !pack.contains(SyntheticPeople.KARI.number()),
                pack);
        scene.tellLadder();
    }
}
