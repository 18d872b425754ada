package no.brevdue.mailbox.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.mailbox.supplier.OrganizationItself;
import no.brevdue.platform.caller.Caller.ClientSystem;
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

/** What a supplier of several senders follows. */
@Path("/v1/supplier/events")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.read")
@RunOnVirtualThread
class SupplierFeedResource {

    private final FeedService feed;
    private final CurrentCaller caller;

    SupplierFeedResource(FeedService feed, CurrentCaller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "followLettersOfCustomers",
            summary = "The same for all organisations that have registered the caller as their supplier",
            description =
                    "The token is the supplier's own. Each event names its consumer; the order is that of each organisation."
                            + " An organisation's events count from when it registered the supplier.")
    public FeedPage ofCustomers(
            @RestQuery @DefaultValue("") @Size(max = 64) String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @RestQuery @DefaultValue("0") @Min(0) @Max(30) int wait) {
        ClientSystem supplier = caller.clientSystem();
        OrganizationItself.require(supplier);
        return feed.ofSupplier(supplier.consumer(), after, limit, Duration.ofSeconds(wait));
    }
}
