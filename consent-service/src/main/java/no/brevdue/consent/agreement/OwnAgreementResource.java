package no.brevdue.consent.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.clinic.Clinics;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A controller, its systems and its staff, reads the agreement it has with the platform. */
@Path("/v1/organization/processor-agreements")
@Tag(name = "Organisation")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.read")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:letters.read", level = Level.HIGH)
@RunOnVirtualThread
class OwnAgreementResource {

    private final AgreementService agreements;
    private final CurrentCaller caller;

    OwnAgreementResource(AgreementService agreements, CurrentCaller caller) {
        this.agreements = agreements;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every version of the own agreement, the newest first")
    public List<ProcessorAgreement> own() {
        return agreements.own(Clinics.of(caller.caller()));
    }
}
