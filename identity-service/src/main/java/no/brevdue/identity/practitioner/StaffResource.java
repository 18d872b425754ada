package no.brevdue.identity.practitioner;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The health worker who is logged in with HelseID. */
@Path("/v1/staff/me")
@Tag(name = "Practitioners")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:staff", level = Level.HIGH)
@RunOnVirtualThread
class StaffResource {

    private final PractitionerService practitioners;
    private final CurrentCaller caller;

    StaffResource(PractitionerService practitioners, CurrentCaller caller) {
        this.practitioners = practitioners;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What I may do in the name of my organisation",
            description =
                    "HelseID has verified who it is; the organisation may have restricted, suspended or ended it.")
    public StaffMember me() {
        Practitioner practitioner = practitioners.seen(caller.healthWorker());
        return new StaffMember(practitioner.organization(), practitioner.hprNumber(), practitioner.standing());
    }

    /** A health worker of an organisation. */
    @Schema(name = "StaffMember")
    record StaffMember(String organizationNumber, long hprNumber, Standing standing) {}
}
