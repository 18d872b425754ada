package no.brevdue.consent.basis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.List;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What makes the processing of a controller lawful, for everybody to read. */
@Path("/v1/legal-bases")
@Tag(name = "Legal basis")
@Callers(issuer = Issuer.NONE)
@RunOnVirtualThread
class LegalBasisResource {

    private final BasisService bases;

    LegalBasisResource(BasisService bases) {
        this.bases = bases;
    }

    @GET
    @Operation(
            summary = "The legal bases a controller has declared",
            description = "Where nothing is declared, letters rest on health law.")
    public List<Declaration> inForce(
            @RestQuery @NotNull @Pattern(regexp = "[0-9]{9}", message = "must be nine digits") String controller) {
        return bases.inForce(OrganizationNumber.of(controller));
    }
}
