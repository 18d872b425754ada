package no.brevdue.local.chaos;

import no.brevdue.local.demo.Narrator;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Stack;

import java.io.IOException;

/** The mailbox is asked to end while letters are sent, as in every rollout: what it has begun it finishes, and no letter suffers. */
final class EndedMailbox {

    private static final int LETTERS = 12;

    private final Narrator narrator;
    private final Stack stack;
    private final Sent sent;

    EndedMailbox(Narrator narrator, Stack stack, Sent sent) {
        this.narrator = narrator;
        this.stack = stack;
        this.sent = sent;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("3. The mailbox is asked to end while letters are sent");
        Sent.Sending sending = sent.keepSending(LETTERS);
        sending.awaitAccepted(LETTERS / 4);
        boolean byItself = stack.end(Service.MAILBOX);
        int before = sending.accepted();
        narrator.expect("It ends by itself (SIGTERM)", byItself, before + " of " + LETTERS + " letters were accepted");
        narrator.expect("It ended while letters were sent", before < LETTERS, before + " before, the rest after");
        stack.restartWithoutOwner(Service.MAILBOX);
        sending.awaitAccepted(LETTERS);
        narrator.expect(
                "Each is accepted in the end, asked again with its key where nobody answered",
                sending.accepted() == LETTERS,
                sending.unanswered() + " requests were not answered");

        sent.expectAllOnce(narrator, stack.kafkaSettings());
    }
}
