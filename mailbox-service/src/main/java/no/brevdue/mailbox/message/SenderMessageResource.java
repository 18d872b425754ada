package no.brevdue.mailbox.message;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.problem.ProblemBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The clinic's system: send a letter, and ask what is proven about it. */
@Path("/v1/sender")
@Tag(name = "Sender")
@RunOnVirtualThread
class SenderMessageResource {

    private final MessageService messages;
    private final CurrentCaller caller;

    SenderMessageResource(MessageService messages, CurrentCaller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @POST
    @Path("messages")
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
    @Operation(
            operationId = "sendLetter",
            summary = "Send a letter",
            description =
                    "201 means durably stored and nothing more. Repeat with the same Idempotency-Key and body until"
                            + " answered; the same message is answered. Give birthDate or expectedName (a given name and the"
                            + " whole family name) where you can: a letter to somebody else comes back before anybody reads"
                            + " it. With a name it waits for the comparison, 15 minutes at most.")
    @APIResponse(
            responseCode = "201",
            description = "Durably stored",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageStatus.class)))
    @APIResponse(
            responseCode = "400",
            description = "Something in the body is wrong",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class),
                            examples = @ExampleObject(name = "invalid-value", value = RefusedLetters.INVALID)))
    @APIResponse(
            responseCode = "409",
            description = "The reference is another letter's, or the same request is still at work",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class),
                            examples =
                                    @ExampleObject(name = "reference-taken", value = RefusedLetters.REFERENCE_TAKEN)))
    @APIResponse(
            responseCode = "422",
            description = "The key is another letter's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class),
                            examples =
                                    @ExampleObject(name = "idempotency-key-reused", value = RefusedLetters.KEY_REUSED)))
    public Response send(
            @Parameter(required = true, example = "0b8f6f0e-54a1-4f5c-8a3e-2f8a9a4d1c11")
                    @RestHeader("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid SendMessageRequest request) {
        MessageStatus status = messages.send(caller.clientSystem(), IdempotencyKey.require(idempotencyKey), request);
        return Response.created(URI.create("/v1/sender/messages/" + status.messageId()))
                .entity(status)
                .build();
    }

    @GET
    @Path("messages/{messageId}")
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.read")
    @Operation(operationId = "letterStatus", summary = "State, evidence and next deadline of each delivery of a letter")
    @APIResponse(
            responseCode = "200",
            description = "What is proven so far",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageStatus.class),
                            examples = {
                                @ExampleObject(name = "published", value = FollowedLetters.PUBLISHED),
                                @ExampleObject(name = "opened", value = FollowedLetters.OPENED),
                                @ExampleObject(name = "recalled", value = FollowedLetters.RECALLED),
                                @ExampleObject(
                                        name = "returned-by-the-post",
                                        summary =
                                                "Unread, printed, posted and come back: reach the person another way.",
                                        value = FollowedLetters.RETURNED_BY_THE_POST),
                                @ExampleObject(
                                        name = "nowhere-to-post",
                                        summary = "Unread and not to be printed: reach the person another way.",
                                        value = FollowedLetters.NOWHERE_TO_POST)
                            }))
    public MessageStatus status(@RestPath UUID messageId) {
        return messages.status(caller.clientSystem(), messageId);
    }

    @POST
    @Path("deliveries/{deliveryId}/fallback-hand-overs")
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
    @Operation(
            summary = "Hand the letter over to another way, such as the post",
            description =
                    "Call it before the letter leaves: 409 opened-meanwhile says that nothing needs to leave. It can still be"
                            + " opened afterwards; then both are shown. Report the outcome when it is known.")
    public MessageStatus handOver(@RestPath UUID deliveryId) {
        return messages.handOver(caller.clientSystem(), deliveryId);
    }

    @POST
    @Path("deliveries/{deliveryId}/fallback-outcomes")
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
    @Operation(
            summary = "Report that the person was reached another way, or could not be",
            description =
                    "Ends a fallback that was ordered or handed over. Not reached, such as a letter that came back, keeps it open.")
    public MessageStatus completeFallback(@RestPath UUID deliveryId, @NotNull @Valid FallbackOutcome outcome) {
        return messages.completeFallback(caller.clientSystem(), deliveryId, outcome.reached());
    }

    /**
     * How the attempt ended.
     *
     * @param reached whether the person was reached another way
     */
    @Schema(name = "FallbackOutcome", examples = "{\"reached\": true}")
    public record FallbackOutcome(boolean reached) {}
}
