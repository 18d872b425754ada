package no.brevdue.mailbox.supplier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A supplier that may follow an organisation's letters, or might once.
 *
 * @param supplier organisation number
 * @param endedAt since when it may not any more
 */
@Schema(name = "RegisteredSupplier")
public record RegisteredSupplier(
        String supplier, Instant since, @Nullable Instant endedAt) {}
