package no.brevdue.consent.restriction;

import no.brevdue.contracts.consent.v1.DeniedKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who is denied access.
 *
 * @param target organisation number, or number in the health personnel register
 */
@Schema(name = "Restriction")
public record Restriction(UUID restrictionId, DeniedKind kind, String target, Instant since) {}
