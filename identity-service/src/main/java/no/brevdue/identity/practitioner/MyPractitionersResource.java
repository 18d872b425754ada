package no.brevdue.identity.practitioner;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import java.time.LocalDate;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What the person who is logged in is to organisations. */
@Path("/v1/me/practitioners")
@Tag(name = "Practitioners")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class MyPractitionersResource {

    private final PractitionerService practitioners;
    private final CurrentCaller caller;

    MyPractitionersResource(PractitionerService practitioners, CurrentCaller caller) {
        this.practitioners = practitioners;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Where I am a practitioner, or a visitor who is not confirmed yet")
    public List<MyPractitioner> mine() {
        return practitioners.mine(caller.citizen());
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Say that I am a practitioner of an organisation",
            description =
                    "For those without HelseID. A visitor until the registers agree and the organisation's superuser"
                            + " confirms, for thirty days at most.")
    @APIResponse(responseCode = "201", description = "Awaits the organisation's superuser")
    public MyPractitioner claim(@NotNull @Valid NewClaim claim) {
        return practitioners.claim(
                caller.citizen(),
                OrganizationNumber.of(claim.organizationNumber()),
                HprNumber.of(claim.hprNumber()),
                claim.herId(),
                claim.birthDate());
    }

    /**
     * Who somebody says they are.
     *
     * @param hprNumber as it stands in the register of health personnel, with zeros before it or without
     * @param herId the practitioner's own in the address register
     */
    @Schema(name = "NewPractitionerClaim")
    record NewClaim(
            @NotBlank @Size(max = 20) String organizationNumber,
            @NotBlank @Size(max = 20) String hprNumber,
            @Positive long herId,
            @NotNull LocalDate birthDate) {

        /** Never the birth date. */
        @Override
        public String toString() {
            return "NewClaim[***]";
        }
    }
}
