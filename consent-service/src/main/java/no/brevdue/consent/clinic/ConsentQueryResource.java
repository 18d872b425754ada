package no.brevdue.consent.clinic;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** A clinic's systems and staff ask about a patient; the number is in the body and never in an address. */
@Path("/v1/organization/consent-queries")
@Tag(name = "Organisation")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:letters.read", level = Level.HIGH)
@RunOnVirtualThread
class ConsentQueryResource {

    private final ConsentQueryService queries;
    private final CurrentCaller caller;

    ConsentQueryResource(ConsentQueryService queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON) // plain text would be taken for the one word of the body
    @Operation(
            summary = "Whether a patient has consented to the own letters",
            description =
                    "Is recorded, and shows in the patient's access log. Nothing that was said to others is told.")
    public ConsentAnswer ask(@NotNull @Valid ConsentQuery query) {
        return queries.ask(caller.caller(), query.nationalIdentityNumber());
    }

    /** Whom it is about. */
    @Schema(name = "ConsentQuery")
    public record ConsentQuery(@NotBlank @Size(max = 20) String nationalIdentityNumber) {

        /** Never the number. */
        @Override
        public String toString() {
            return "ConsentQuery[***]";
        }
    }

    /** What the patient has said to this clinic. */
    @Schema(name = "ConsentAnswer")
    public record ConsentAnswer(Said said, @Nullable Instant until) {

        /** UNANSWERED also where nobody is known. */
        @Schema(name = "ConsentSaid")
        public enum Said {
            GRANTED,
            REFUSED,
            WITHDRAWN,
            EXPIRED,
            UNANSWERED
        }
    }
}
