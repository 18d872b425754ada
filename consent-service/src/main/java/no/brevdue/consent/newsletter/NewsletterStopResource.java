package no.brevdue.consent.newsletter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.ledger.OneClickService;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Where the mail program goes when somebody presses its button (RFC 8058). Reading the address, as scanners do, ends nothing. */
@Path("/v1/newsletter-stops")
@Tag(name = "Newsletter")
@Callers(issuer = Issuer.NONE)
@RunOnVirtualThread
class NewsletterStopResource {

    private final OneClickService stops;

    NewsletterStopResource(OneClickService stops) {
        this.stops = stops;
    }

    @POST
    @Path("{consentId}")
    @Operation(
            summary = "Stop the newsletter with one click",
            description =
                    "Without a login, whatever the body. The answer does not tell whether there was anything to stop.")
    @APIResponse(responseCode = "204", description = "It has ended, if there was one")
    public void stop(@RestPath UUID consentId) {
        stops.stop(consentId);
    }
}
