package no.brevdue.mailbox.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.List;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
            summary = "Every step of the organisation's letters, in order",
            description =
                    "Start with after=0 and go on with next. Positions are dense: a jump means a fault on our side.")
    public FeedPage after(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        List<FeedEntry> events = feed.after(caller.clientSystem().consumer(), after, limit);
        return new FeedPage(events, events.isEmpty() ? after : events.getLast().position());
    }

    /**
     * A stretch of the feed.
     *
     * @param next what to ask for next, also when nothing new was there
     */
    @Schema(name = "FeedPage")
    public record FeedPage(List<FeedEntry> events, long next) {}
}
