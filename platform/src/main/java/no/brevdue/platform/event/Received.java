package no.brevdue.platform.event;

import no.brevdue.contracts.Event;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact with its envelope.
 *
 * @param id identity of the fact; the same when it is sent again
 * @param at when it became a fact, by the source's business time
 * @param source the producing service, checked against the topic's owner
 * @param sequence dense position in its stream, or 0 where the stream is not numbered
 */
public record Received<E extends Event>(UUID id, Instant at, String source, long sequence, E event) {}
