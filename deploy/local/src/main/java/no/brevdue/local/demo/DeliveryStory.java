package no.brevdue.local.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What can become of a letter, each ending with the ladder that proves it. Plays on any stack, as often as one likes. */
final class DeliveryStory implements Story {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    /** In two parts, so that no scanner stops at this file. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final World world = new World();
    private final Patient kari = new Patient("kari");
    private final Patient anne = new Patient("anne");

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        opened(new Scene(narrator, "1. Published and opened"));
        unread(new Scene(narrator, "2. Never opened, posted, returned, and reached in the end"));
        recalledUnopened(new Scene(narrator, "3. Taken back before anybody opened it"));
        recalledOpened(new Scene(narrator, "4. Taken back after the wrong person had opened it"));
        notMine(new Scene(narrator, "5. The reader says that it is somebody else's"));
        reserved(new Scene(narrator, "6. To somebody who is reserved against digital post"));
        copyRejected(new Scene(narrator, "7. The copy recipient rejects its copy"));
        infected(new Scene(narrator, "8. With an infected attachment"));
        deletedUnread(new Scene(narrator, "9. Deleted without having been opened"));
        askedBefore(new Scene(narrator, "10. Asked about before it is sent"));
        printed(new Scene(narrator, "11. Never opened, printed, and returned by the post"));
        notPrinted(new Scene(narrator, "12. Never opened, and nowhere to post it to"));
        dies(new Scene(narrator, "13. Reported dead, and alive after all"));
        batched(new Scene(narrator, "14. Many at once, one of which is wrong"));
        reconciled(new Scene(narrator, "15. What the clinic believes it has sent, and what is here"));
        canaryIsLate(new Scene(narrator, "16. No canary arrives for twenty minutes"));
    }

    private void opened(Scene scene) throws IOException, InterruptedException {
        scene.published(letter(SyntheticPeople.KARI));
        scene.opens(kari);
        scene.proves("Opened by the person, the letter is complete", Proof::isComplete);
        scene.tellLadder();
    }

    private void unread(Scene scene) throws IOException, InterruptedException {
        Proof published = scene.published(letter(SyntheticPeople.OLA));
        int mails = world.allMailTo("ola@epost.example").size();
        try {
            moveClockTo(scene, published.toPerson().path("nextDeadline").asText());
            List<?> told = Patiently.await(
                    Duration.ofSeconds(20),
                    () -> world.allMailTo("ola@epost.example"),
                    all -> all.size() > mails
                            && all.getLast().path("subject").asText().contains("ikkje har lese"));
            scene.expect("A week later the person is told once more", told.size() > mails, told.size() + " mails");
            moveClockTo(scene, published.toPerson().path("fallsBackAt").asText());
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
            scene.say("The development clock is back at " + world.resetClock() + ".");
        }
    }

    private void recalledUnopened(Scene scene) throws IOException, InterruptedException {
        scene.published(letter(SyntheticPeople.ANNE));
        scene.clinic().recall(scene.messageId(), "WRONG_RECIPIENT").require(200);
        scene.proves("It is recalled, and nobody had opened it", proof -> proof.says("RECALLED", "UNOPENED"));
        int gone = anne.open(scene.deliveryId()).status();
        scene.expect("For its reader it is gone", gone == 404, gone);
        scene.tellLadder();
    }

    private void recalledOpened(Scene scene) throws IOException, InterruptedException {
        scene.published(letter(SyntheticPeople.KARI));
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

    private void notMine(Scene scene) throws IOException, InterruptedException {
        scene.published(letter(SyntheticPeople.KARI));
        scene.opens(kari);
        kari.disown(scene.deliveryId()).require(204);
        scene.proves("Its sender must find whom it was for", proof -> proof.isInFallback("NOT_MINE"));
        scene.proves("It is complete no more", proof -> !proof.isComplete());
        scene.expect("A breach pack is ready", !scene.breach().isEmpty(), scene.breach());
        scene.tellLadder();
    }

    private void reserved(Scene scene) throws IOException, InterruptedException {
        scene.accepted(letter(SyntheticPeople.RUNA));
        scene.proves(
                "It falls back at once, and says no more than needed",
                proof -> proof.isInFallback("USE_OTHER_CHANNEL"));
        scene.expect("It was never published", !scene.proof().isPublished(), "state HELD");
        scene.tellLadder();
    }

    private void copyRejected(Scene scene) throws IOException, InterruptedException {
        scene.published(letter(SyntheticPeople.ANNE).withCopyTo(SyntheticOrganization.GP_OFFICE));
        scene.opens(anne);
        Proof copied = scene.once(
                proof -> proof.toOrganization().path("state").asText().equals("PUBLISHED"));
        CopyRecipient gpOffice = new CopyRecipient("gp-office");
        String copy = copied.toOrganization().path("deliveryId").asText();
        gpOffice.fetch(copy).require(200);
        gpOffice.acknowledge(copy, "REJECTED").require(200);
        Proof rejected = scene.once(Proof::isComplete);
        scene.expect(
                "The clinic sees that the copy was rejected",
                rejected.toOrganization().path("reason").asText().equals("REJECTED"),
                rejected.toOrganization().path("reason"));
        scene.tellLadder();
    }

    private void infected(Scene scene) throws IOException, InterruptedException {
        Letter letter = letter(SyntheticPeople.KARI).withPdf("innkalling.pdf", TinyPdf.carrying(EICAR));
        Answer sent = scene.send(letter);
        if (sent.status() == 201) {
            scene.proves("Nobody gets it, and its sender hears why", proof -> proof.isInFallback("UNSAFE_ATTACHMENT"));
            scene.tellLadder();
        } else {
            scene.expect("The scanner was faster: it is refused", sent.status() == 409, sent.text("/code"));
        }
    }

    private void deletedUnread(Scene scene) throws IOException, InterruptedException {
        scene.published(letter(SyntheticPeople.ANNE));
        anne.delete(scene.deliveryId()).require(204);
        scene.proves("That it was deleted unread is no silence", proof -> proof.isInFallback("DELETED_UNREAD"));
        anne.restore(scene.deliveryId()).require(204);
        Answer opened = anne.open(scene.deliveryId());
        scene.expect("The person thinks better of it, and reads", opened.status() == 200, opened.text("/title"));
        scene.tellLadder();
    }

    private void askedBefore(Scene scene) throws IOException, InterruptedException {
        Answer reachable = scene.clinic().preflight(SyntheticPeople.ANNE).require(200);
        Answer reserved = scene.clinic().preflight(SyntheticPeople.RUNA).require(200);
        scene.expect(
                "Nothing speaks against writing to somebody who is reachable",
                reachable.text("/outcome").equals("DIGITAL"),
                reachable);
        scene.expect(
                "Whoever is reserved needs another way",
                reserved.text("/outcome").equals("USE_OTHER_CHANNEL"),
                reserved);
    }

    private void printed(Scene scene) throws IOException, InterruptedException {
        Set<String> before = world.printJobs();
        Proof published = scene.publishedForPrint(letter(SyntheticPeople.OLA));
        try {
            moveClockTo(scene, published.toPerson().path("fallsBackAt").asText());
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
            scene.say("The development clock is back at " + world.resetClock() + ".");
        }
    }

    private void notPrinted(Scene scene) throws IOException, InterruptedException {
        Proof published = scene.publishedForPrint(letter(SyntheticPeople.SIGRID));
        try {
            moveClockTo(scene, published.toPerson().path("fallsBackAt").asText());
            scene.proves(
                    "The sender hears that it must reach the person, and not why",
                    proof -> proof.says("FALLBACK_FAILED", "PRINT_NOT_POSSIBLE"));
            scene.tellLadder();
        } finally {
            scene.say("The development clock is back at " + world.resetClock() + ".");
        }
    }

    private void dies(Scene scene) throws IOException, InterruptedException {
        scene.published(letter(SyntheticPeople.ANNE));
        String delivery = scene.deliveryId();
        world.live("{\"event\":\"die\",\"person\":\"anne\"}");
        try {
            scene.hears("delivery-paused REPORTED_DEAD");
            Answer gone = Patiently.await(A_MOMENT, () -> anne.letter(delivery), answer -> answer.status() == 404);
            scene.expect("Nobody reads it any longer", gone.status() == 404, gone.status());
        } finally {
            world.live("{\"event\":\"annul\",\"person\":\"anne\"}");
        }
        scene.hears("delivery-resumed");
        scene.opens(anne);
        scene.proves("She lives and has read it: the letter is complete", Proof::isComplete);
        scene.tellLadder();
    }

    private void batched(Scene scene) throws IOException, InterruptedException {
        Letter wrong = Letter.to(SyntheticPeople.ANNE, " ", "Brevet har ingen tittel.");
        List<Letter> letters = List.of(letter(SyntheticPeople.KARI), wrong, letter(SyntheticPeople.ANNE));
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
        }
        scene.tellLadder();
    }

    private static List<String> messageIds(Answer batch) {
        return batch.json().path("items").findValuesAsText("messageId");
    }

    private void reconciled(Scene scene) throws IOException, InterruptedException {
        Letter sent = letter(SyntheticPeople.KARI);
        Letter lost = letter(SyntheticPeople.KARI);
        scene.published(sent);
        Instant now = Instant.parse(world.businessTime());
        Answer compared = scene.clinic()
                .reconcile(now.minus(A_MINUTE), now.plus(A_MINUTE), List.of(sent.reference(), lost.reference()))
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
    private void canaryIsLate(Scene scene) throws IOException, InterruptedException {
        long late = Patiently.await(A_MINUTE, world::lateCanaries, routes -> routes == 0);
        scene.expect("Canaries arrive by every route", late == 0, late + " routes are late");
        try {
            for (int tries = 0; tries < 5 && late == 0; tries++) {
                scene.say("The development clock moves to " + world.advanceClock(Duration.ofMinutes(20)) + ".");
                late = Patiently.await(A_MOMENT, world::lateCanaries, routes -> routes > 0);
            }
            scene.expect("Whoever watches is told", late > 0, late + " routes are late");
            late = Patiently.await(A_MINUTE, world::lateCanaries, routes -> routes == 0);
            scene.expect("The next one arrives, and all is well again", late == 0, late + " routes are late");
        } finally {
            scene.say("The development clock is back at " + world.resetClock() + ".");
        }
    }

    private void moveClockTo(Scene scene, String deadline) throws IOException, InterruptedException {
        Instant now = Instant.parse(world.businessTime());
        Duration further = Duration.between(now, Instant.parse(deadline)).plus(A_MINUTE);
        scene.say("The development clock moves to " + world.advanceClock(further) + ".");
    }

    private static Letter letter(SyntheticPerson person) {
        return Letter.to(person, "Innkalling til kontroll", "Du har time til kontroll. Ring oss om den ikke passer.");
    }

    /** One letter and those who have to do with it. */
    private static final class Scene {

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
            Answer opened =
                    Patiently.await(A_MOMENT, () -> patient.open(deliveryId()), answer -> answer.status() < 400);
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

        void tellLadder() throws IOException, InterruptedException {
            proof().tell(narrator);
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
