package no.brevdue.consent.terms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.terms.DocumentResource.VersionView;
import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.time.Instant;
import java.util.Map;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Operators announce new versions. */
@Path("/v1/operations/document-versions")
@Tag(name = "Operations")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class AnnouncementResource {

    private final AnnouncementService announcements;
    private final CurrentCaller caller;

    AnnouncementResource(AnnouncementService announcements, CurrentCaller caller) {
        this.announcements = announcements;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Announce the next version of a document",
            description = "In every language. It is public at once and applies from its time; none is ever edited.")
    @APIResponse(responseCode = "200", description = "Announced, or announced before with this text")
    @APIResponse(responseCode = "400", description = "It would apply later than in a year: BD-1204")
    @APIResponse(responseCode = "404", description = "No such document: BD-1201")
    public VersionView announce(@NotNull @Valid AnnounceVersion version) {
        return VersionView.of(announcements.announce(
                caller.caller(),
                version.documentId(),
                version.effectiveAt(),
                version.change(),
                Map.of("nb", version.nb(), "nn", version.nn(), "en", version.en())));
    }

    /**
     * A version, in Markdown.
     *
     * @param effectiveAt from when it applies; a time that is over means now
     */
    @Schema(name = "AnnounceVersion")
    public record AnnounceVersion(
            @NotBlank @Size(max = 50) String documentId,
            @NotNull Instant effectiveAt,
            @NotNull TermsChange change,
            @NotBlank @Size(max = 30_000) String nb,
            @NotBlank @Size(max = 30_000) String nn,
            @NotBlank @Size(max = 30_000) String en) {}
}
