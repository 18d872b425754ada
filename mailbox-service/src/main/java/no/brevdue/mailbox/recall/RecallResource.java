package no.brevdue.mailbox.recall;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.mailbox.message.MessageStatus;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The sender takes a letter back. */
@Path("/v1/sender/messages/{messageId}/recalls")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
@RunOnVirtualThread
class RecallResource {

    private final RecallService recalls;
    private final CurrentCaller caller;

    RecallResource(RecallService recalls, CurrentCaller caller) {
        this.recalls = recalls;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Take a letter back, copies included",
            description =
                    "What nobody has opened is gone for its reader, and the evidence says UNOPENED. What was opened is"
                            + " SEALED if it went to the wrong reader, and starts a breach pack; otherwise it stays and"
                            + " is MARKED. Repeating it changes nothing.")
    public MessageStatus recall(@RestPath UUID messageId, @NotNull @Valid Recall recall) {
        return recalls.recall(caller.clientSystem(), messageId, recall);
    }

    /**
     * Why it is taken back.
     *
     * @param awareAt when the sender became aware, for the authority; now if absent
     */
    @Schema(name = "Recall", examples = "{\"reason\": \"WRONG_RECIPIENT\", \"awareAt\": \"2026-01-02T08:30:00Z\"}")
    public record Recall(
            @NotNull RecallReason reason,
            @Nullable @PastOrPresent Instant awareAt) {}
}
