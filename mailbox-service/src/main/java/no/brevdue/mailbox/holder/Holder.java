package no.brevdue.mailbox.holder;

import no.brevdue.platform.crypto.HolderKeyset;

import java.util.UUID;

/** A holder with its keys at hand. */
public record Holder(UUID id, HolderKeyset keyset) {}
