package no.brevdue.consent.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Receipts to download. */
@Path("/v1/me/consent-receipts")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class ReceiptResource {

    private final ReceiptService receipts;
    private final SubjectService subjects;

    ReceiptResource(ReceiptService receipts, SubjectService subjects) {
        this.receipts = receipts;
        this.subjects = subjects;
    }

    @GET
    @Path("{consentId}")
    @Produces("application/jwt")
    @Operation(summary = "A signed receipt for the latest decision", description = "Kantara CR 1.1 as a compact JWS.")
    @APIResponse(responseCode = "200", description = "The receipt")
    @APIResponse(responseCode = "404", description = "Nothing of this id was decided by the person: BD-1210")
    public RestResponse<String> receipt(
            @RestPath UUID consentId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return RestResponse.ResponseBuilder.ok(subjects.in(onBehalfOf, subject -> receipts.receipt(subject, consentId)))
                .header("Content-Disposition", "attachment; filename=\"consent-" + consentId + ".jwt\"")
                .build();
    }
}
