package no.brevdue.local.chaos;

import no.brevdue.local.demo.Narrator;
import no.brevdue.local.home.Port;
import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Kafka is away for twenty seconds while a clinic goes on sending. */
final class LostBroker {

    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final int LETTERS = 10;

    private final Narrator narrator;
    private final Stack stack;
    private final Sent sent;

    LostBroker(Narrator narrator, Stack stack, Sent sent) {
        this.narrator = narrator;
        this.stack = stack;
        this.sent = sent;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("2. Kafka is away for %d s, and the clinic goes on sending".formatted(AWAY.toSeconds()));
        Instant gone = Instant.now();
        stack.kill(Stack.BROKER);
        narrator.expect(
                "Kafka is gone (kill -9)",
                !Port.isOpen(Port.KAFKA.number()),
                "port " + Port.KAFKA.number() + " is closed");
        for (int i = 0; i < LETTERS; i++) {
            sleepUntil(gone.plus(AWAY.multipliedBy(i).dividedBy(LETTERS)));
            sent.sendOne(narrator);
        }
        sleepUntil(gone.plus(AWAY));
        narrator.expect("None of them is published", !sent.states().contains("PUBLISHED"), sent.states());
        narrator.say("Kafka is started again on what it left:");
        stack.restartBroker();

        sent.expectAllOnce(narrator, stack.kafkaSettings());
    }

    private static void sleepUntil(Instant then) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), then);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
