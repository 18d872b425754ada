package no.brevdue.platform.identity;

import no.brevdue.platform.crypto.AssociatedData;

import java.util.UUID;

/** What something sealed is bound to: what it is, the request it belongs to and the alias it claims. */
final class SealContext {

    private SealContext() {}

    static byte[] ofNumber(UUID requestId, UUID alias) {
        return AssociatedData.of("sealed-number", requestId, alias);
    }

    static byte[] ofName(UUID questionId, UUID alias) {
        return AssociatedData.of("sealed-name", questionId, alias);
    }
}
