package no.brevdue.mailbox.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Webhooks: the feed, told to whoever does not want to ask. */
@Path("/v1/sender/webhooks")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
@RunOnVirtualThread
class WebhookResource {

    private final WebhookService webhooks;
    private final CurrentCaller caller;

    WebhookResource(WebhookService webhooks, CurrentCaller caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Be told of what happens to the organisation's letters, from now on",
            description =
                    "Each event of the feed is posted in order, with ids and codes only, and signed by Standard Webhooks 1.0.0"
                            + " (webhook-id, webhook-timestamp, webhook-signature v1). Answer 2xx once it is stored; the same"
                            + " event has the same webhook-id whenever it comes. What fails is tried again for 24 hours, then the"
                            + " webhook is left alone until a replay. The secret is shown this once.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisteredWebhook.class)))
    public Response register(@NotNull @Valid NewWebhook webhook) {
        WebhookService.Registered registered = webhooks.register(caller.clientSystem(), webhook.url());
        return Response.created(URI.create(
                        "/v1/sender/webhooks/" + registered.endpoint().id()))
                .entity(new RegisteredWebhook(registered.endpoint().id(), registered.secret()))
                .build();
    }

    @GET
    @Operation(summary = "The organisation's webhooks and how they fare")
    public List<WebhookView> all() {
        return webhooks.all(caller.clientSystem());
    }

    @DELETE
    @Path("{webhookId}")
    @Operation(summary = "Be told no more")
    public void delete(@RestPath UUID webhookId) {
        webhooks.delete(caller.clientSystem(), webhookId);
    }

    @POST
    @Path("{webhookId}/secret-rotations")
    @Operation(
            summary = "Get a new secret",
            description = "For 24 hours each notice carries a signature by the earlier one, too.")
    public RotatedSecret rotateSecret(@RestPath UUID webhookId) {
        return new RotatedSecret(webhooks.rotateSecret(caller.clientSystem(), webhookId));
    }

    @POST
    @Path("{webhookId}/pings")
    @Operation(summary = "Post a signed notice of type ping now, and hear how that went")
    public PingResult ping(@RestPath UUID webhookId) {
        return new PingResult(webhooks.ping(caller.clientSystem(), webhookId));
    }

    @POST
    @Path("{webhookId}/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Go on where a webhook was given up, or tell again from a cursor of the feed on",
            description = "Everything is told again in order and under the ids it had.")
    public WebhookView replay(@RestPath UUID webhookId, @NotNull @Valid Replay replay) {
        return webhooks.replay(caller.clientSystem(), webhookId, replay.after());
    }

    /**
     * Where to be told.
     *
     * @param url https, a name on the public internet, port 443 or 8443
     */
    @Schema(name = "NewWebhook", examples = "{\"url\": \"https://ehr.example.no/brevdue\"}")
    public record NewWebhook(@NotBlank @Size(max = 500) String url) {}

    /**
     * A webhook and what its notices are signed with.
     *
     * @param secret whsec_ and base64, for any library of Standard Webhooks
     */
    @Schema(name = "RegisteredWebhook")
    public record RegisteredWebhook(UUID webhookId, String secret) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "RegisteredWebhook[" + webhookId + "]";
        }
    }

    /** The new secret. */
    @Schema(name = "RotatedSecret")
    public record RotatedSecret(String secret) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "RotatedSecret[***]";
        }
    }

    /** How a ping went. */
    @Schema(name = "PingResult")
    public record PingResult(Outcome outcome) {}

    /**
     * From where on to tell again.
     *
     * @param after a cursor of the feed; absent: where it stopped
     */
    @Schema(name = "Replay", examples = "{\"after\": \"bwAAAAAAAAAq\"}")
    public record Replay(@Nullable @Size(max = 64) String after) {}
}
