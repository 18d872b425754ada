package no.brevdue.consent.acceptance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.acceptance.AcceptanceService.Accepted;
import no.brevdue.consent.acceptance.AcceptanceService.PersonTerms;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
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

/** A person's own standing with the terms. */
@Path("/v1/me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class AcceptanceResource {

    private final AcceptanceService acceptances;
    private final SubjectService subjects;

    AcceptanceResource(AcceptanceService acceptances, SubjectService subjects) {
        this.acceptances = acceptances;
        this.subjects = subjects;
    }

    @GET
    @Path("terms")
    @Operation(summary = "What must be accepted before letters can be opened, and what was accepted when")
    public PersonTermsView terms(@RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return PersonTermsView.of(subjects.reading(onBehalfOf, "terms-standing-read", acceptances::terms));
    }

    @POST
    @Path("terms-acceptances")
    @Operation(summary = "Accept the terms that apply now")
    @APIResponse(
            responseCode = "201",
            description = "Accepted now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptanceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Accepted before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptanceView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another version applies now: BD-1202; it takes rights away: BD-1203")
    public RestResponse<AcceptanceView> accept(
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf, @NotNull @Valid AcceptTerms request) {
        boolean givesUpRights = Boolean.TRUE.equals(request.givesUpRights());
        Accepted accepted = subjects.in(
                onBehalfOf,
                subject -> acceptances.accept(
                        subject, request.termsId(), request.version(), request.language(), givesUpRights));
        return RestResponse.status(
                accepted.now() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                AcceptanceView.of(accepted.acceptance()));
    }

    /**
     * An acceptance.
     *
     * @param language in which the terms were shown
     * @param givesUpRights needed, and true, for a version that takes rights away
     */
    public record AcceptTerms(
            @NotBlank @Size(max = 50) String termsId,
            @NotNull @Positive Long version,
            @NotNull @Pattern(regexp = "nb|nn|en") String language,
            @Nullable Boolean givesUpRights) {}

    /**
     * Where the person stands.
     *
     * @param applies the version that binds them now
     * @param mustAccept stands before the opening of letters
     * @param mayAccept takes rights away; until it is accepted, {@code applies} does
     */
    public record PersonTermsView(
            @Nullable RequiredTerms applies,
            @Nullable RequiredTerms mustAccept,
            @Nullable RequiredTerms mayAccept,
            List<AcceptanceView> accepted) {

        static PersonTermsView of(PersonTerms terms) {
            return new PersonTermsView(
                    RequiredTerms.of(terms.standing().applies()),
                    RequiredTerms.of(terms.standing().mustAccept()),
                    RequiredTerms.of(terms.standing().mayAccept()),
                    terms.accepted().stream().map(AcceptanceView::of).toList());
        }
    }

    public record RequiredTerms(String termsId, long version, Instant effectiveAt) {

        static @Nullable RequiredTerms of(@Nullable TermsVersion version) {
            return version == null
                    ? null
                    : new RequiredTerms(version.termsId(), version.version(), version.effectiveAt());
        }
    }

    public record AcceptanceView(String termsId, long version, String sha256, String language, Instant acceptedAt) {

        static AcceptanceView of(Acceptance acceptance) {
            return new AcceptanceView(
                    acceptance.termsId(),
                    acceptance.termsVersion(),
                    acceptance.sha256(),
                    acceptance.language(),
                    acceptance.acceptedAt());
        }
    }
}
