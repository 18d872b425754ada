package no.brevdue.consent.basis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Operators declare for a controller, on its word. */
@Path("/v1/operations/legal-bases")
@Tag(name = "Operations")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class OperatorLegalBasisResource {

    private final BasisService bases;
    private final CurrentCaller caller;

    OperatorLegalBasisResource(BasisService bases, CurrentCaller caller) {
        this.bases = bases;
        this.caller = caller;
    }

    @PUT
    @Operation(summary = "Declare the legal basis of one purpose of a controller")
    public Declaration declare(@NotNull @Valid DeclareForController request) {
        return bases.declare(
                caller.caller(),
                OrganizationNumber.of(request.controller()),
                request.purpose(),
                request.basis(),
                request.provision());
    }

    /**
     * What makes it lawful.
     *
     * @param controller organisation number
     */
    @Schema(name = "DeclareLegalBasisFor")
    public record DeclareForController(
            @NotBlank @Size(max = 20) String controller,

            @NotNull @Pattern(regexp = DeclareLegalBasis.PURPOSES)
            String purpose,

            @NotNull LegalBasis basis,
            @NotBlank @Size(max = 200) String provision) {}
}
