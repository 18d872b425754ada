package no.brevdue.mailbox.inbox;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.platform.caller.Level;

/** Whoever reads: whose mailbox it is, how they logged in, and what they have accepted. */
record Reader(Mailbox mailbox, Level level, boolean termsAccepted, Language language) {}
