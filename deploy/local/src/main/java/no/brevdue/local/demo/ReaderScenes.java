package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;

/** What readers do with a letter. */
final class ReaderScenes {

    private final Patient kari = new Patient("kari");
    private final Patient anne = new Patient("anne");

    void opened(Scene scene) throws IOException, InterruptedException {
        scene.published(Scene.letter(SyntheticPeople.KARI));
        scene.opens(kari);
        scene.proves("Opened by the person, the letter is complete", Proof::isComplete);
        scene.tellLadder();
    }

    void notMine(Scene scene) throws IOException, InterruptedException {
        scene.published(Scene.letter(SyntheticPeople.KARI));
        scene.opens(kari);
        kari.disown(scene.deliveryId()).require(204);
        scene.proves("Its sender must find whom it was for", proof -> proof.isInFallback("NOT_MINE"));
        scene.proves("It is complete no more", proof -> !proof.isComplete());
        scene.expect("A breach pack is ready", !scene.breach().isEmpty(), scene.breach());
        scene.tellLadder();
    }

    void deletedUnread(Scene scene) throws IOException, InterruptedException {
        scene.published(Scene.letter(SyntheticPeople.ANNE));
        anne.delete(scene.deliveryId()).require(204);
        scene.proves("That it was deleted unread is no silence", proof -> proof.isInFallback("DELETED_UNREAD"));
        anne.restore(scene.deliveryId()).require(204);
        Answer opened = anne.open(scene.deliveryId());
        scene.expect("The person thinks better of it, and reads", opened.status() == 200, opened.text("/title"));
        scene.tellLadder();
    }
}
