package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Letters that nobody opens in time, and what is done about them. */
final class UnreadScenes {

    private final World world = new World();

    void unread(Scene scene) throws IOException, InterruptedException {
        Proof published = scene.published(Scene.letter(SyntheticPeople.OLA));
        int mails = world.allMailTo("ola@epost.example").size();
        try {
            scene.moveClockTo(published.toPerson().path("nextDeadline").asText());
            List<?> told = Patiently.await(
                    Duration.ofSeconds(20),
                    () -> world.allMailTo("ola@epost.example"),
                    all -> all.size() > mails
                            && all.getLast().path("subject").asText().contains("ikkje har lese"));
            scene.expect("A week later the person is told once more", told.size() > mails, told.size() + " mails");
            scene.moveClockTo(published.toPerson().path("fallsBackAt").asText());
            scene.proves("Still unread, it falls back", proof -> proof.isInFallback("UNREAD"));
            scene.clinic().handOver(scene.deliveryId()).require(200);
            scene.proves("It is posted", proof -> proof.hasRung(proof.toPerson(), "FALLBACK_HANDED_OVER"));
            scene.clinic().report(scene.deliveryId(), false).require(200);
            scene.proves("It comes back, and stays open", proof -> proof.hasRung(proof.toPerson(), "FALLBACK_FAILED"));
            scene.expect("... and is not complete", !scene.proof().isComplete(), "no completion time");
            scene.clinic().report(scene.deliveryId(), true).require(200);
            scene.proves("The clinic has reached the person, and the letter is complete", Proof::isComplete);
            scene.tellLadder();
        } finally {
            scene.resetClock();
        }
    }

    void printed(Scene scene) throws IOException, InterruptedException {
        Set<String> before = world.printJobs();
        Proof published = scene.publishedForPrint(Scene.letter(SyntheticPeople.OLA));
        try {
            scene.moveClockTo(published.toPerson().path("fallsBackAt").asText());
            scene.proves(
                    "Still unread, it is printed", proof -> proof.hasRung(proof.toPerson(), "FALLBACK_HANDED_OVER"));
            scene.proves("The post has it", proof -> proof.hasRung(proof.toPerson(), "PAPER_DISPATCHED"));
            Set<String> jobs = world.printJobs();
            jobs.removeAll(before);
            scene.expect("There is one new job at the printing house", jobs.size() == 1, jobs);
            world.returnPrintJob(jobs.iterator().next());
            scene.proves("It comes back, and stays open", proof -> proof.hasRung(proof.toPerson(), "PAPER_RETURNED"));
            scene.expect("... and is not complete", !scene.proof().isComplete(), "no completion time");
            scene.clinic().report(scene.deliveryId(), true).require(200);
            scene.proves("The clinic has reached the person, and the letter is complete", Proof::isComplete);
            scene.tellLadder();
        } finally {
            scene.resetClock();
        }
    }

    void notPrinted(Scene scene) throws IOException, InterruptedException {
        Proof published = scene.publishedForPrint(Scene.letter(SyntheticPeople.SIGRID));
        try {
            scene.moveClockTo(published.toPerson().path("fallsBackAt").asText());
            scene.proves(
                    "The sender hears that it must reach the person, and not why",
                    proof -> proof.says("FALLBACK_FAILED", "PRINT_NOT_POSSIBLE"));
            scene.tellLadder();
        } finally {
            scene.resetClock();
        }
    }
}
