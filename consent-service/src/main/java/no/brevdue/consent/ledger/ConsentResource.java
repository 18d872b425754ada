package no.brevdue.consent.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.ledger.ConsentService.Asked;
import no.brevdue.consent.ledger.ConsentService.Decided;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** What a person consents to. Each decision is about one purpose of one controller; there is no way to send two at once. */
@Path("/v1/me")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class ConsentResource {

    private final ConsentService consents;
    private final ConsentReadingService reading;
    private final SubjectService subjects;

    ConsentResource(ConsentService consents, ConsentReadingService reading, SubjectService subjects) {
        this.consents = consents;
        this.reading = reading;
        this.subjects = subjects;
    }

    @GET
    @Path("consents")
    @Operation(summary = "What holds of every consent, and who acts on it")
    public List<ConsentView> all(@RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return subjects.reading(onBehalfOf, "consents-read", reading::all);
    }

    @GET
    @Path("consents/{consentId}")
    @Operation(summary = "One consent with every event of it")
    @APIResponse(responseCode = "200", description = "What holds, and how it came about")
    @APIResponse(responseCode = "404", description = "Nothing of this id was decided by the person: BD-1210")
    public ConsentHistory history(@RestPath UUID consentId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return subjects.in(onBehalfOf, subject -> reading.history(subject, consentId));
    }

    @POST
    @Path("consent-decisions")
    @Operation(
            summary = "Grant, refuse, withdraw or renew one consent",
            description = "The answer says recorded; GET of the consent says who acts on it, until it is effective.")
    @APIResponse(
            responseCode = "201",
            description = "Decided now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Held already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "400", description = "No such purpose: BD-1211")
    @APIResponse(responseCode = "403", description = "Not old enough to decide alone: BD-1216")
    @APIResponse(responseCode = "404", description = "There is nobody of this id to decide for: BD-1218")
    @APIResponse(responseCode = "409", description = "Not what can be decided now: BD-1212 to BD-1215, BD-1217")
    public RestResponse<ConsentView> decide(
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf, @NotNull @Valid ConsentDecisionRequest request) {
        Asked about = new Asked(request.controller(), request.purpose());
        Decided decided = subjects.in(
                onBehalfOf,
                subject -> consents.decide(
                        subject, about, request.decision(), request.noticeVersion(), request.language()));
        return RestResponse.status(
                decided.now() ? RestResponse.Status.CREATED : RestResponse.Status.OK, decided.consent());
    }

    /**
     * One decision.
     *
     * @param controller organisation number, or {@code platform}
     * @param purpose such as {@code letters}
     * @param noticeVersion version of the text that was shown; needed to grant and to renew
     * @param language what it was shown in
     */
    @Schema(name = "ConsentDecision")
    public record ConsentDecisionRequest(
            @NotBlank @Size(max = 20) String controller,
            @NotBlank @Size(max = 30) String purpose,
            @NotNull Decision decision,
            @Nullable @Positive Long noticeVersion,
            @NotNull @Pattern(regexp = "nb|nn|en") String language) {}
}
