package no.brevdue.identity.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A child's objection to what parents see. It hides as long as nobody has decided.
 *
 * @param decideBefore when the clinic is reminded
 */
@Schema(name = "Objection")
record ObjectionView(UUID objectionId, Instant raisedAt, Instant decideBefore) {

    static ObjectionView of(Ground objection) {
        return new ObjectionView(objection.id(), objection.recordedAt(), Objects.requireNonNull(objection.dueAt()));
    }
}
