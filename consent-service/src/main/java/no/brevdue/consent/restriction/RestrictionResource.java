package no.brevdue.consent.restriction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Whom the person who is logged in denies access. */
@Path("/v1/me/restrictions")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class RestrictionResource {

    private final RestrictionService restrictions;
    private final SubjectService subjects;

    RestrictionResource(RestrictionService restrictions, SubjectService subjects) {
        this.restrictions = restrictions;
        this.subjects = subjects;
    }

    @GET
    @Operation(summary = "Organisations and practitioners who are denied access")
    public List<Restriction> all(@RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return subjects.reading(onBehalfOf, "restrictions-read", restrictions::of);
    }

    @POST
    @Operation(
            summary = "Deny an organisation or a practitioner access",
            description = "They are not told. The sender's own copy is not touched: it is the sender's record.")
    public Restriction deny(
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf, @NotNull @Valid DenyAccess request) {
        return subjects.in(onBehalfOf, subject -> restrictions.deny(subject, request.kind(), request.number()));
    }

    @DELETE
    @Path("{restrictionId}")
    @Operation(summary = "Let them again")
    @APIResponse(responseCode = "204", description = "Lifted")
    @APIResponse(responseCode = "404", description = "Nobody is denied under this id: BD-1220")
    public void lift(@RestPath UUID restrictionId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        Restriction unused = subjects.in(onBehalfOf, subject -> restrictions.lift(subject, restrictionId));
    }

    /**
     * Who is denied.
     *
     * @param target organisation number (nine digits), or number in the health personnel register (one to nine)
     */
    @Schema(name = "DenyAccess")
    public record DenyAccess(
            @NotNull DeniedKind kind,
            @NotNull @Pattern(regexp = "[0-9]{1,9}") String target) {

        /** As it is written everywhere: the register writes numbers of practitioners without leading zeros. */
        String number() {
            return switch (kind) {
                case ORGANIZATION -> OrganizationNumber.of(target).value();
                case PRACTITIONER -> target.replaceFirst("^0+(?=.)", "");
            };
        }
    }
}
