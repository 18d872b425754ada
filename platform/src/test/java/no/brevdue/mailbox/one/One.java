package no.brevdue.mailbox.one;

import no.brevdue.mailbox.two.Two;

/** Half of a cycle. */
public record One(Two two) {}
