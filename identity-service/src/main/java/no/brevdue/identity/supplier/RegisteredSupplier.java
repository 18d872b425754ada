package no.brevdue.identity.supplier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/**
 * A supplier whose systems may act for the organisation, or might once.
 *
 * @param supplier organisation number
 * @param scopes what it may ask for in the organisation's name; none when it is over
 * @param changedAt since when that holds
 */
@Schema(name = "RegisteredSupplier")
record RegisteredSupplier(String supplier, List<String> scopes, Instant changedAt) {

    RegisteredSupplier {
        scopes = List.copyOf(scopes);
    }
}
