package no.brevdue.identity.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who looks after an organisation's practitioners.
 *
 * @param name as the population register has it; absent until Brevdue knows the person
 */
@Schema(name = "Superuser")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Superuser(UUID superuserId, @Nullable String name, Instant appointedAt) {

    /** Never the name. */
    @Override
    public String toString() {
        return "Superuser[" + superuserId + "]";
    }
}
