package no.brevdue.consent.basis;

import no.brevdue.contracts.consent.v1.LegalBasis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What makes it lawful.
 *
 * @param provision where it stands: paragraph of a law, name of an agreement
 */
@Schema(name = "DeclareLegalBasis")
public record DeclareLegalBasis(
        @NotNull @Pattern(regexp = PURPOSES) String purpose,
        @NotNull LegalBasis basis,
        @NotBlank @Size(max = 200) String provision) {

    /** What a clinic needs a legal basis for. */
    static final String PURPOSES = "letters|contact";
}
