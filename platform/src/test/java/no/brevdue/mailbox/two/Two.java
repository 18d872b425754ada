package no.brevdue.mailbox.two;

import no.brevdue.mailbox.one.One;

/** The other half of a cycle. */
public record Two(One one) {}
