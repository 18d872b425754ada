package no.brevdue.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A letter to somebody who never logs in: its deadline passes, and its sender hears of it. */
final class UnreadLetter {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Narrator narrator;
    private final Letter letter;
    private final Clinic clinic = new Clinic("solvang-clinic");
    private final World world = new World();

    UnreadLetter(Narrator narrator, Letter letter) {
        this.narrator = narrator;
        this.letter = letter;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("8. A second letter, to somebody who never logs in");
        Answer sent = clinic.send(letter, List.of(), UUID.randomUUID().toString());
        narrator.expect("The letter is durably accepted", sent.status() == 201, sent);
        String messageId = sent.text("/messageId");
        Proof published = clinic.proofOnce(messageId, Proof::isPublished);
        narrator.expect(
                "It is published", published.isPublished(), published.toPerson().path("state"));

        Instant deadline =
                Instant.parse(published.toPerson().path("fallsBackAt").asText());
        Duration further = Duration.between(Instant.now(), deadline).plus(A_MINUTE);
        narrator.say("It falls back at " + deadline + ". The development clock moves to " + world.advanceClock(further)
                + ".");
        try {
            Proof overdue = clinic.proofOnce(messageId, UnreadLetter::isInFallback);
            narrator.expect(
                    "The deadline has passed and the delivery stands in fallback",
                    isInFallback(overdue),
                    overdue.toPerson().path("fallback").asText() + " because "
                            + overdue.toPerson().path("reason").asText());
            narrator.expect("The message is not complete", !overdue.isComplete(), "no completion time");
            List<String> news = clinic.news(messageId);
            narrator.expect(
                    "The sender's feed says so", news.stream().anyMatch(entry -> entry.contains("UNREAD")), news);
            overdue.tell(narrator);
        } finally {
            narrator.say("The development clock is back at " + world.resetClock() + ".");
        }
    }

    private static boolean isInFallback(Proof proof) {
        return proof.toPerson().path("fallback").asText().equals("ORDERED");
    }
}
