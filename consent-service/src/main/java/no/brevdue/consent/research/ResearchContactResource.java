package no.brevdue.consent.research;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Whether researchers may contact the person who is logged in. */
@Path("/v1/me/research-contact")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class ResearchContactResource {

    private final ResearchContactService contacts;
    private final SubjectService subjects;

    ResearchContactResource(ResearchContactService contacts, SubjectService subjects) {
        this.contacts = contacts;
        this.subjects = subjects;
    }

    @GET
    @Operation(
            summary = "Whether researchers may contact the person",
            description = "Who has said nothing may be contacted, and is shown so.")
    public ResearchContact preference(@RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return subjects.reading(onBehalfOf, "research-contact-read", contacts::of);
    }

    @PUT
    @Operation(summary = "Say so, or say no", description = "No consent to take part in anything.")
    public ResearchContact say(
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf, @NotNull @Valid SayResearchContact request) {
        return subjects.in(onBehalfOf, subject -> contacts.say(subject, request.mayBeContacted()));
    }

    @Schema(name = "SayResearchContact")
    public record SayResearchContact(@NotNull Boolean mayBeContacted) {}
}
