package no.brevdue.consent.research;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** An organisation that does research asks before it contacts somebody; the number is in the body and never in an address. */
@Path("/v1/organization/research-contact-queries")
@Tag(name = "Organisation")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:research.read")
@RunOnVirtualThread
class ResearchQueryResource {

    private final ResearchQueryService queries;
    private final CurrentCaller caller;

    ResearchQueryResource(ResearchQueryService queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON) // plain text would be taken for the one word of the body
    @Operation(
            summary = "Whether researchers may contact a person",
            description = "Is recorded, and shows in the person's access log. Whoever is not known has said nothing.")
    public ResearchAnswer ask(@NotNull @Valid ResearchQuery query) {
        return queries.ask(caller.clientSystem(), query.nationalIdentityNumber());
    }

    /** Whom it is about. */
    @Schema(name = "ResearchContactQuery")
    public record ResearchQuery(@NotBlank @Size(max = 20) String nationalIdentityNumber) {

        /** Never the number. */
        @Override
        public String toString() {
            return "ResearchQuery[***]";
        }
    }

    @Schema(name = "ResearchContactAnswer")
    public record ResearchAnswer(boolean mayBeContacted) {}
}
