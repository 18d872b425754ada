package no.brevdue.platform.outbox;

/** How far a republication got: the facts in the outbox so far, and whether those were all. */
public record RepublishProgress(long published, boolean done) {}
