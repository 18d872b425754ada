package no.brevdue.consent.newsletter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.ledger.ConsentView;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import no.brevdue.platform.problem.PlatformProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** The newsletter, for the person who is logged in. It is ended like every consent, or with one click in a mail. */
@Path("/v1/me")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class NewsletterResource {

    private final NewsletterService newsletters;
    private final SubjectService subjects;

    NewsletterResource(NewsletterService newsletters, SubjectService subjects) {
        this.newsletters = newsletters;
        this.subjects = subjects;
    }

    @POST
    @Path("newsletter-requests")
    @ResponseStatus(202)
    @Operation(summary = "Want the newsletter", description = "A code is mailed; nothing holds before it is confirmed.")
    @APIResponse(responseCode = "202", description = "The code is on its way")
    @APIResponse(responseCode = "409", description = "Another text applies now: BD-1212; nobody is known: BD-1217")
    @APIResponse(responseCode = "429", description = "Five codes were mailed within an hour: BD-1240")
    public NewsletterWanted want(
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf, @NotNull @Valid WantNewsletter request) {
        requireForOneself(onBehalfOf);
        return new NewsletterWanted(
                subjects.in(null, subject -> newsletters.want(subject, request.noticeVersion(), request.language())));
    }

    @POST
    @Path("newsletter-confirmations")
    @Consumes(MediaType.APPLICATION_JSON) // plain text would be taken for the one word of the body
    @ResponseStatus(201)
    @Operation(summary = "Confirm it with the code from the mail")
    @APIResponse(responseCode = "201", description = "The consent holds")
    @APIResponse(responseCode = "409", description = "No code is waiting: BD-1241; another one: BD-1242")
    public ConsentView confirm(
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf, @NotNull @Valid ConfirmNewsletter request) {
        requireForOneself(onBehalfOf);
        return subjects.in(null, subject -> newsletters.confirm(subject, request.code()));
    }

    /** Whoever names another here must not believe that it was done for them. */
    private static void requireForOneself(@Nullable UUID onBehalfOf) {
        if (onBehalfOf != null) {
            throw PlatformProblem.INVALID_PARAMETER.because("Nobody subscribes for another.");
        }
    }

    /**
     * The first word.
     *
     * @param noticeVersion version of {@code consent-newsletter} that was shown
     * @param language what it was shown in
     */
    @Schema(name = "WantNewsletter")
    public record WantNewsletter(
            @NotNull @Positive Long noticeVersion,
            @NotNull @Pattern(regexp = "nb|nn|en") String language) {}

    /** The second word. */
    @Schema(name = "ConfirmNewsletter")
    public record ConfirmNewsletter(
            @NotNull @Pattern(regexp = "[0-9]{6}") String code) {}

    /** Until when the code can be used. */
    @Schema(name = "NewsletterWanted")
    public record NewsletterWanted(Instant confirmBefore) {}
}
