package no.brevdue.platform.identity;

import no.brevdue.platform.crypto.AssociatedData;

import java.util.UUID;

/** What a sealed number is bound to: the request it belongs to and the alias it claims. */
final class SealContext {

    private SealContext() {}

    static byte[] of(UUID requestId, UUID alias) {
        return AssociatedData.of("sealed-number", requestId, alias);
    }
}
