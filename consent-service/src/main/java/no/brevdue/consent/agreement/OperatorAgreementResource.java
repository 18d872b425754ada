package no.brevdue.consent.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Operators store agreements as they were signed. */
@Path("/v1/operations/processor-agreements")
@Tag(name = "Operations")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class OperatorAgreementResource {

    private final AgreementService agreements;
    private final CurrentCaller caller;

    OperatorAgreementResource(AgreementService agreements, CurrentCaller caller) {
        this.agreements = agreements;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Store the agreement with a controller", description = "A new version; none is overwritten.")
    public ProcessorAgreement store(@NotNull @Valid StoreAgreement request) {
        return agreements.store(caller.caller(), OrganizationNumber.of(request.controller()), request.text());
    }

    /**
     * An agreement.
     *
     * @param controller organisation number
     * @param text Markdown
     */
    @Schema(name = "StoreAgreement")
    public record StoreAgreement(
            @NotBlank @Size(max = 20) String controller,
            @NotBlank @Size(max = 100_000) String text) {}
}
