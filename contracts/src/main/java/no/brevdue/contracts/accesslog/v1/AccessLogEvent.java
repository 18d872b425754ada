package no.brevdue.contracts.accesslog.v1;

import no.brevdue.contracts.Event;

/** What the access log says on the ground of people's decisions, and that it does. */
public sealed interface AccessLogEvent extends Event permits DecisionsApplied, DriftFound {}
