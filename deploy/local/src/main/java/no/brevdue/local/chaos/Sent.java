package no.brevdue.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.contracts.Topic;
import no.brevdue.local.demo.Answer;
import no.brevdue.local.demo.Clinic;
import no.brevdue.local.demo.Letter;
import no.brevdue.local.demo.Narrator;
import no.brevdue.local.demo.Patient;
import no.brevdue.local.demo.Patiently;
import no.brevdue.local.demo.Proof;
import no.brevdue.local.demo.World;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Letters that somebody was promised, all to one person whom nobody wrote to before; and what became of each. */
final class Sent {

    /** Kafka's clients come back a while after Kafka does. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As a clinic system would wait before it asks again. */
    private static final Duration RETRY = Duration.ofMillis(100);

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** The crowd before and after them belongs to other stories. */
    private static final int FIRST = 1_500;

    private final SyntheticPerson person;
    private final Clinic clinic = new Clinic("solvang-clinic");
    private final List<String> messageIds = new CopyOnWriteArrayList<>();

    private Sent(SyntheticPerson person) {
        this.person = person;
    }

    /** Another one each time, so that the story can be played again where it was played before. */
    static Sent toSomebodyNew() throws IOException, InterruptedException {
        int n = FIRST;
        while (!inbox(SyntheticPeople.crowd(n)).isEmpty()) {
            n++;
        }
        new World().settle(n + 1);
        return new Sent(SyntheticPeople.crowd(n));
    }

    void sendOne(Narrator narrator) throws IOException, InterruptedException {
        int number = messageIds.size() + 1;
        Letter letter = Letter.to(person, "Brev nummer " + number, "Dette er brev nummer " + number + ".");
        Answer answer = clinic.send(letter, List.of(), UUID.randomUUID().toString());
        narrator.expect("Letter " + number + " is durably accepted without Kafka", answer.status() == 201, answer);
        messageIds.add(answer.text("/messageId"));
    }

    /** Begins to send so many, one after another, each again with its key until somebody answers. */
    Sending keepSending(int letters) {
        return new Sending(letters);
    }

    /** A clinic system at work. */
    final class Sending {

        private final AtomicInteger accepted = new AtomicInteger();
        private final AtomicInteger unanswered = new AtomicInteger();

        private Sending(int letters) {
            Thread.ofVirtual().start(() -> {
                for (int i = 1; i <= letters; i++) {
                    messageIds.add(accepted(
                            Letter.to(person, "Brev nummer " + i, "Dette er brev nummer " + i + "."),
                            UUID.randomUUID().toString()));
                    accepted.incrementAndGet();
                }
            });
        }

        int accepted() {
            return accepted.get();
        }

        int unanswered() {
            return unanswered.get();
        }

        void awaitAccepted(int letters) throws IOException, InterruptedException {
            int unused = Patiently.await(PATIENCE, accepted::get, count -> count >= letters);
        }

        private String accepted(Letter letter, String key) {
            while (true) {
                try {
                    Answer answer = clinic.send(letter, List.of(), key);
                    if (answer.status() == 201) {
                        return answer.text("/messageId");
                    }
                } catch (IOException nobodyThere) {
                    // Asked again below.
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
                unanswered.incrementAndGet();
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    List<String> states() throws IOException, InterruptedException {
        return states(proofsOnce(any -> true));
    }

    /** Each letter is there, and nothing about it is there twice. */
    void expectAllOnce(Narrator narrator, Map<String, String> kafka) throws IOException, InterruptedException {
        List<Proof> proofs = proofsOnce(proof -> proof.count(proof.toPerson(), "NOTIFICATION_HANDED_OVER") > 0);
        narrator.expect("All of them are published", proofs.stream().allMatch(Proof::isPublished), states(proofs));
        for (String rung : List.of("ACCEPTED", "PUBLISHED", "NOTIFICATION_HANDED_OVER")) {
            narrator.expect("Each ladder has exactly one rung " + rung, haveOne(proofs, rung), counts(proofs, rung));
        }
        expectInbox(narrator, proofs);
        expectMails(narrator);
        expectFeed(narrator, proofs);
        expectFacts(narrator, Facts.read(Topic.MAILBOX_EVENTS, kafka), proofs);
        expectAudit(narrator);
    }

    private void expectInbox(Narrator narrator, List<Proof> proofs) throws IOException, InterruptedException {
        List<String> inbox = inbox(person);
        narrator.expect(
                "Each stands exactly once in the patient's inbox",
                inbox.size() == proofs.size() && Set.copyOf(inbox).equals(deliveryIds(proofs)),
                inbox.size() + " letters");
    }

    private void expectMails(Narrator narrator) throws IOException, InterruptedException {
        List<JsonNode> mails = new World().allMailTo(person.key() + "@epost.example");
        Set<String> different = new HashSet<>();
        mails.forEach(mail -> different.add(mail.at("/headers/Message-ID").asText()));
        narrator.expect(
                "Exactly one e-mail tells of each",
                mails.size() == messageIds.size() && different.size() == messageIds.size(),
                mails.size() + " mails with " + different.size() + " Message-IDs");
    }

    private void expectFeed(Narrator narrator, List<Proof> proofs) throws IOException, InterruptedException {
        List<JsonNode> feed = clinic.feed();
        List<Long> positions =
                feed.stream().map(event -> event.path("position").asLong()).toList();
        narrator.expect(
                "The clinic's feed is dense",
                positions.equals(LongStream.rangeClosed(1, feed.size()).boxed().toList()),
                "positions 1 to " + feed.size());
        List<String> published = feed.stream()
                .filter(event -> event.path("type").asText().equals("delivery-published"))
                .map(event -> event.path("deliveryId").asText())
                .filter(deliveryIds(proofs)::contains)
                .toList();
        narrator.expect(
                "... and tells of each publication once",
                published.size() == proofs.size() && Set.copyOf(published).size() == proofs.size(),
                published.size() + " entries");
    }

    private void expectFacts(Narrator narrator, List<Facts.Fact> everything, List<Proof> proofs) {
        Set<String> deliveries = deliveryIds(proofs);
        List<Facts.Fact> facts = everything.stream()
                .filter(fact -> deliveries.contains(fact.text("deliveryId")))
                .toList();
        Set<UUID> ids = new HashSet<>();
        Set<String> steps = new HashSet<>();
        Set<String> published = new HashSet<>();
        for (Facts.Fact fact : facts) {
            ids.add(fact.id());
            steps.add(fact.text("deliveryId") + " " + fact.text("version"));
            if (fact.type().contains("delivery.published")) {
                published.add(fact.text("deliveryId"));
            }
        }
        narrator.expect(
                "Kafka has the publication of each", published.equals(deliveries), published.size() + " deliveries");
        narrator.expect(
                "What it has twice, it has under the same id",
                ids.size() == steps.size(),
                "%d records of %d facts".formatted(facts.size(), ids.size()));
    }

    private void expectAudit(Narrator narrator) throws IOException, InterruptedException {
        List<String> acceptances =
                Patiently.await(A_MOMENT, this::acceptances, accepted -> accepted.size() >= messageIds.size());
        narrator.expect(
                "The audit log has each acceptance exactly once",
                acceptances.size() == messageIds.size()
                        && Set.copyOf(acceptances).equals(Set.copyOf(messageIds)),
                acceptances.size() + " entries letter-accepted");
    }

    private List<String> acceptances() throws IOException, InterruptedException {
        return new Patient(person.key())
                .wholeAccessLog().stream()
                        .filter(entry -> entry.path("action").asText().equals("letter-accepted"))
                        .map(entry -> entry.path("object").asText())
                        .toList();
    }

    private List<Proof> proofsOnce(Predicate<Proof> enough) throws IOException, InterruptedException {
        List<Proof> proofs = new ArrayList<>();
        for (String messageId : messageIds) {
            proofs.add(Patiently.await(
                    PATIENCE,
                    () -> new Proof(clinic.message(messageId).require(200).json()),
                    enough));
        }
        return proofs;
    }

    private static List<String> states(List<Proof> proofs) {
        return proofs.stream()
                .map(proof -> proof.toPerson().path("state").asText())
                .toList();
    }

    private static boolean haveOne(List<Proof> proofs, String rung) {
        return counts(proofs, rung).stream().allMatch(count -> count == 1);
    }

    private static List<Long> counts(List<Proof> proofs, String rung) {
        return proofs.stream().map(proof -> proof.count(proof.toPerson(), rung)).toList();
    }

    private static Set<String> deliveryIds(List<Proof> proofs) {
        Set<String> ids = new HashSet<>();
        proofs.forEach(proof -> ids.add(proof.toPerson().path("deliveryId").asText()));
        return ids;
    }

    private static List<String> inbox(SyntheticPerson person) throws IOException, InterruptedException {
        JsonNode letters =
                new Patient(person.key()).letters().require(200).json().path("letters");
        return StreamSupport.stream(letters.spliterator(), false)
                .map(letter -> letter.path("letterId").asText())
                .toList();
    }
}
