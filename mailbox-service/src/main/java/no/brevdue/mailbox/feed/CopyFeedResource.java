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

/**
 * What the systems of an organisation that gets copies follow. Nobody who works there does: a person may deny one of them access,
 * and neither an event nor a gap in the positions may tell them.
 */
@Path("/v1/organization/events")
@Tag(name = "Organisation")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:inbox")
@RunOnVirtualThread
class CopyFeedResource {

    private final FeedService feed;
    private final CurrentCaller caller;

    CopyFeedResource(FeedService feed, CurrentCaller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "followCopies",
            summary = "What becomes of the organisation's copies, in order",
            description =
                    "copy-arrived, copy-acknowledged and copy-withdrawn. Start without after and go on with next. With wait the answer"
                            + " comes as soon as there is news, or after so many seconds without any. Positions are dense: a jump"
                            + " means a fault on our side. Events are kept for 13 months. A copy that has been told of may be gone"
                            + " when it is fetched.")
    public CopyEventPage after(
            @RestQuery @DefaultValue("") @Size(max = 64) String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @RestQuery @DefaultValue("0") @Min(0) @Max(30) int wait) {
        return feed.ofReceiver(caller.clientSystem().consumer(), after, limit, Duration.ofSeconds(wait));
    }
}
