package no.brevdue.platform.outbox;

import no.brevdue.contracts.Event;

/** A fact whose key is a numbered stream that lives on one shard. */
public record StreamFact(int shard, Event event) {}
