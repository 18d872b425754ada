package no.brevdue.consent.change;

import java.util.UUID;

/** A version people are being told of, and the alias up to which they have been. */
record ChangeRound(String termsId, long version, UUID lastAlias) {}
