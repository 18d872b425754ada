package no.brevdue.mailbox.inbox;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.platform.caller.Level;

/**
 * Whoever reads: whose mailbox it is, how they logged in, and what they have accepted.
 *
 * @param inDoubt what the person has decided is not known for certain now
 */
record Reader(Mailbox mailbox, Level level, boolean termsAccepted, boolean inDoubt, Language language) {}
