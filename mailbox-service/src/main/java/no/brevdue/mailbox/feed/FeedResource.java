package no.brevdue.mailbox.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import java.time.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the sender's systems follow. */
@Path("/v1/sender/events")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.read")
@RunOnVirtualThread
class FeedResource {

    private final FeedService feed;
    private final CurrentCaller caller;

    FeedResource(FeedService feed, CurrentCaller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "followLetters",
            summary = "Every step of the organisation's letters, in order",
            description =
                    "Start without after and go on with next. With wait the answer comes as soon as there is news, or after so"
                            + " many seconds without any. Positions are dense: a jump means a fault on our side. Events are kept"
                            + " for 13 months.")
    public FeedPage after(
            @RestQuery @DefaultValue("") @Size(max = 64) String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @RestQuery @DefaultValue("0") @Min(0) @Max(30) int wait) {
        return feed.ofOrganization(caller.clientSystem().consumer(), after, limit, Duration.ofSeconds(wait));
    }
}
