package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Instant;

/** Letters whose sender says what it believes the recipient is called. */
final class NameScenes {

    private final Patient anne = new Patient("anne");

    /** A number of one, the name of another: what a slip of the pen makes of a letter. */
    void mistaken(Scene scene, Narrator narrator) throws IOException, InterruptedException {
        AccessLogLines log = new AccessLogLines(Instant.now());
        Letter letter = Scene.letter(SyntheticPeople.ANNE).withCopyTo(SyntheticOrganization.GP_OFFICE);
        accepted(scene, letter, "Kari Nordmann");
        scene.proves(
                "It comes back, its copy too: the number is somebody else's",
                proof -> proof.isComplete()
                        && isReturned(proof.toPerson().path("reason").asText())
                        && isReturned(proof.toOrganization().path("reason").asText()));
        scene.expect(
                "Nobody could read it",
                !scene.proof().isPublished(),
                scene.proof().summary());
        scene.hears("delivery-returned RECIPIENT_MISMATCH");
        scene.tellLadder();

        accepted(scene, Scene.letter(SyntheticPeople.ANNE), "FJELL, A.");
        scene.proves("With the right name, however it is written, it is published", Proof::isPublished);
        scene.tellLadder();
        log.expect(narrator, "Anne's", anne, "name-compared recipient-check");
    }

    private static boolean isReturned(String reason) {
        return reason.equals("RECIPIENT_MISMATCH");
    }

    private static void accepted(Scene scene, Letter letter, String name) throws IOException, InterruptedException {
        Answer sent = scene.clinic().sendNaming(letter, name);
        scene.follow(sent.text("/messageId"));
        scene.expect("A letter to " + name + " is durably accepted", sent.status() == 201, sent.text("/messageId"));
    }
}
