package no.brevdue.consent.decide;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.ledger.ConsentPurpose;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.List;
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

    PendingDecisionResource(PendingDecisionService decisions) {
        this.decisions = decisions;
    }

    @GET
    @Operation(
            summary = "What the person must decide now, and why",
            description = "With a feature: whether using it needs a consent first. Each is decided alone.")
    public List<PendingDecision> pending(
            @RestQuery @Nullable @Pattern(regexp = "archive|location|newsletter", message = "must be a feature")
                    String feature) {
        return decisions.ofCaller(
                feature == null ? null : ConsentPurpose.of(feature).orElse(null));
    }
}
