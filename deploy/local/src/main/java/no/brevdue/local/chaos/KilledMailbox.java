package no.brevdue.local.chaos;

import no.brevdue.local.demo.Narrator;
import no.brevdue.local.home.Port;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Stack;

import java.io.IOException;

/**
 * The mailbox dies after it has promised letters and before Kafka knows of them. The broker is frozen rather than ended:
 * what the mailbox had already written to its connection may still be taken in later, and comes a second time from the
 * outbox.
 */
final class KilledMailbox {

    private static final int LETTERS = 3;

    private final Narrator narrator;
    private final Stack stack;
    private final Sent sent;

    KilledMailbox(Narrator narrator, Stack stack, Sent sent) {
        this.narrator = narrator;
        this.stack = stack;
        this.sent = sent;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("1. The mailbox is killed between commit and publish");
        stack.freeze(Stack.BROKER);
        narrator.say("Kafka is frozen (SIGSTOP): nothing can be published.");
        for (int i = 1; i <= LETTERS; i++) {
            sent.sendOne(narrator);
        }
        narrator.expect("None of them is published", !sent.states().contains("PUBLISHED"), sent.states());
        stack.kill(Service.MAILBOX.module());
        narrator.expect(
                "The mailbox is gone (kill -9)",
                !Port.isOpen(Service.MAILBOX.port()),
                "port " + Service.MAILBOX.port() + " is closed");
        stack.thaw(Stack.BROKER);
        narrator.say("Kafka goes on (SIGCONT), and the mailbox is started again as in production:");
        String migration = stack.migrate(Service.MAILBOX);
        narrator.expect(
                "First a run of it migrates, and ends",
                migration.startsWith("exit code 0") && migration.contains("The schema is migrated"),
                migration);
        stack.restartWithoutOwner(Service.MAILBOX);
        narrator.say("Then one serves that does not know the owner's password.");

        sent.expectAllOnce(narrator, stack.kafkaSettings());
    }
}
