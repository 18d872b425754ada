package no.brevdue.mailbox.inbox;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.platform.caller.Level;

import java.util.List;
import java.util.UUID;

/** The person who reads: every alias of theirs, how they logged in, and what they have accepted. */
record Reader(List<UUID> aliases, Level level, boolean termsAccepted, Language language) {}
