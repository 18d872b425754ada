package no.brevdue.consent.decide;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.ledger.ConsentPurpose;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import no.brevdue.platform.problem.PlatformProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The one call a front end makes to know what to ask. */
@Path("/v1/me/pending-decisions")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class PendingDecisionResource {

    private final PendingDecisionService decisions;
    private final SubjectService subjects;

    PendingDecisionResource(PendingDecisionService decisions, SubjectService subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    @GET
    @Operation(
            summary = "What the person must decide now, and why",
            description =
                    "With a feature: whether using it needs a consent first. Each is decided alone. Writing to a clinic"
                            + " (contact) is agreed with that clinic, therefore it is named.")
    public List<PendingDecision> pending(
            @RestQuery @Nullable @Pattern(regexp = "archive|newsletter|contact", message = "must be a feature")
                    String feature,
            @RestQuery @Nullable @Pattern(regexp = "[0-9]{9}", message = "must be an organisation number")
                    String controller,
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        ConsentPurpose used =
                feature == null ? null : ConsentPurpose.of(feature).orElse(null);
        if ((used == ConsentPurpose.CONTACT) != (controller != null)) {
            throw PlatformProblem.INVALID_PARAMETER.because(
                    "Name the clinic for the feature contact, and for no other.");
        }
        String with = controller == null ? ConsentPurpose.PLATFORM : controller;
        return subjects.reading(onBehalfOf, "pending-decisions-read", subject -> decisions.of(subject, used, with));
    }
}
