package no.brevdue.consent.basis;

import no.brevdue.contracts.consent.v1.LegalBasis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/**
 * What a controller has declared about one purpose.
 *
 * @param version counts the declarations of the controller
 * @param provision where it stands, such as the paragraph of a law
 */
@Schema(name = "LegalBasisDeclaration")
public record Declaration(
        String controller, long version, String purpose, LegalBasis basis, String provision, Instant since) {}
