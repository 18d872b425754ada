package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** Time passes in which none was sent. One may be quicker than whoever looks, therefore more than one try. */
    void canaryIsLate(Scene scene) throws IOException, InterruptedException {
        long late = Patiently.await(Scene.A_MINUTE, world::lateCanaries, routes -> routes == 0);
        scene.expect("Canaries arrive by every route", late == 0, late + " routes are late");
        try {
            for (int tries = 0; tries < 5 && late == 0; tries++) {
                scene.say("The development clock moves to " + world.advanceClock(Duration.ofMinutes(20)) + ".");
                late = Patiently.await(Scene.A_MOMENT, world::lateCanaries, routes -> routes > 0);
            }
            scene.expect("Whoever watches is told", late > 0, late + " routes are late");
            late = Patiently.await(Scene.A_MINUTE, world::lateCanaries, routes -> routes == 0);
            scene.expect("The next one arrives, and all is well again", late == 0, late + " routes are late");
        } finally {
            scene.resetClock();
        }
    }

    private static List<String> messageIds(Answer batch) {
        return batch.json().path("items").findValuesAsText("messageId");
    }
}
