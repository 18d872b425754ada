package no.brevdue.identity.representation;

import no.brevdue.platform.identity.NationalIdentityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An objection, for the clinic that is to decide.
 *
 * @param patient national identity number of the child
 */
@Schema(name = "OpenObjection")
record OpenObjection(UUID objectionId, String patient, Instant raisedAt, Instant decideBefore) {

    static OpenObjection of(Ground objection, NationalIdentityNumber child) {
        return new OpenObjection(
                objection.id(), child.value(), objection.recordedAt(), Objects.requireNonNull(objection.dueAt()));
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "OpenObjection[" + objectionId + "]";
    }
}
