package no.brevdue.consent.basis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** A clinic declares what makes its own processing lawful. */
@Path("/v1/organization/legal-bases")
@Tag(name = "Organisation")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:legal-bases.write")
@RunOnVirtualThread
class OwnLegalBasisResource {

    private final BasisService bases;
    private final CurrentCaller caller;

    OwnLegalBasisResource(BasisService bases, CurrentCaller caller) {
        this.bases = bases;
        this.caller = caller;
    }

    @PUT
    @Operation(summary = "Declare the legal basis of one purpose")
    public Declaration declare(@NotNull @Valid DeclareLegalBasis request) {
        return bases.declareOwn(caller.clientSystem(), request.purpose(), request.basis(), request.provision());
    }
}
