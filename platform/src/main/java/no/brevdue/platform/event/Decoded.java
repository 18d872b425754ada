package no.brevdue.platform.event;

import no.brevdue.contracts.Event;
import no.brevdue.contracts.Heartbeat;

/** What a record turned out to be. */
sealed interface Decoded<E extends Event> {

    record Fact<E extends Event>(Received<E> received) implements Decoded<E> {}

    record Beat<E extends Event>(Received<Heartbeat> received) implements Decoded<E> {}

    /** A type this version does not know: a newer producer's, not for us. */
    record Unknown<E extends Event>() implements Decoded<E> {}

    record Malformed<E extends Event>(String flaw) implements Decoded<E> {}
}
