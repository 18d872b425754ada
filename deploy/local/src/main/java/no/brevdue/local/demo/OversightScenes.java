package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What shows that letters, among many, were lost or never sent. */
final class OversightScenes {

    private final World world = new World();

    void batched(Scene scene) throws IOException, InterruptedException {
        Letter wrong = Letter.to(SyntheticPeople.ANNE, " ", "Brevet har ingen tittel.");
        List<Letter> letters = List.of(Scene.letter(SyntheticPeople.KARI), wrong, Scene.letter(SyntheticPeople.ANNE));
        String key = UUID.randomUUID().toString();
        Answer sent = scene.clinic().sendAll(letters, key).require(200);
        scene.expect(
                "Two are durably accepted, one is refused",
                sent.text("/accepted").equals("2") && sent.text("/refused").equals("1"),
                sent.json().path("items").findValuesAsText("status"));
        scene.expect(
                "... and its sender is told what is wrong with it",
                sent.text("/items/1/errors/0/pointer").equals("/title"),
                sent.json().at("/items/1"));
        Answer again = scene.clinic().sendAll(letters, key).require(200);
        scene.expect(
                "Sent again, the same two are found again",
                again.json().path("items").findValuesAsText("messageId").equals(messageIds(sent)),
                messageIds(again));
        for (String id : messageIds(sent)) {
            scene.follow(id);
            scene.proves("It is published", Proof::isPublished);
            scene.tellLadder();
        }
    }

    void reconciled(Scene scene) throws IOException, InterruptedException {
        Letter sent = Scene.letter(SyntheticPeople.KARI);
        Letter lost = Scene.letter(SyntheticPeople.KARI);
        scene.published(sent);
        Instant now = Instant.parse(world.businessTime());
        Answer compared = scene.clinic()
                .reconcile(
                        now.minus(Scene.A_MINUTE),
                        now.plus(Scene.A_MINUTE),
                        List.of(sent.reference(), lost.reference()))
                .require(200);
        scene.expect(
                "The one that never arrived is named",
                compared.text("/missing/0").equals(lost.reference()),
                compared.json().path("missing"));
        scene.expect(
                "The other is shown with what is proven",
                compared.text("/found/0/deliveries/0/delivery/state").equals("PUBLISHED"),
                compared.json().path("totals"));
        scene.tellLadder();
    }

    /**
     * Time passes in which none was sent: first more than a letter may take, then more than a test job on paper may. A clinic's
     * letter that was posted before is not concerned.
     */
    void canaryIsLate(Scene scene) throws IOException, InterruptedException {
        awaitNoneLate(scene, "Canaries come through by every route");
        scene.published(Scene.letter(SyntheticPeople.KARI));
        try {
            passes(scene, Duration.ofMinutes(20), Set.of("COPY", "PERSON"));
            awaitNoneLate(scene, "The next ones come through, and all is well again");
            passes(scene, Duration.ofHours(4), Set.of("COPY", "PAPER", "PERSON"));
            awaitNoneLate(scene, "The printing house has destroyed the next test job: paper is well again, too");
            scene.proves("A clinic's letter has seen nothing of it", Proof::isPublished);
            scene.tellLadder();
        } finally {
            scene.resetClock();
        }
    }

    private void awaitNoneLate(Scene scene, String claim) throws IOException, InterruptedException {
        Set<String> late = Patiently.await(Scene.A_MINUTE, world::lateCanaries, Set::isEmpty);
        scene.expect(claim, late.isEmpty(), late.isEmpty() ? "no route is late" : "late: " + late);
    }

    /** A canary may be quicker than whoever looks, therefore more than one try. */
    private void passes(Scene scene, Duration time, Set<String> expected) throws IOException, InterruptedException {
        Set<String> late = Set.of();
        for (int tries = 0; tries < 5 && !late.containsAll(expected); tries++) {
            scene.say("The development clock moves to " + world.advanceClock(time) + ".");
            late = Patiently.await(Scene.A_MOMENT, world::lateCanaries, routes -> routes.containsAll(expected));
        }
        scene.expect("Whoever watches is told", late.equals(expected), "late: " + late);
    }

    private static List<String> messageIds(Answer batch) {
        return batch.json().path("items").findValuesAsText("messageId");
    }
}
