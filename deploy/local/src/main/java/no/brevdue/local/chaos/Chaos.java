package no.brevdue.local.chaos;

import no.brevdue.local.demo.Narrator;
import no.brevdue.local.demo.Story;
import no.brevdue.local.stack.Stack;

import java.io.IOException;

/** Everything a letter must survive, and where it must leave no trace. */
public final class Chaos implements Story {

    private final Stack stack;

    public Chaos(Stack stack) {
        this.stack = stack;
    }

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        new KilledMailbox(narrator, stack, Sent.toSomebodyNew()).tell();
        new LostBroker(narrator, stack, Sent.toSomebodyNew()).tell();
        new EndedMailbox(narrator, stack, Sent.toSomebodyNew()).tell();
        new Traces(narrator, stack).tell();
    }
}
