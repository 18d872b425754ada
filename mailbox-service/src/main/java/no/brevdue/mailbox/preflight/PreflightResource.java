package no.brevdue.mailbox.preflight;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.mailbox.message.Purpose;
import no.brevdue.mailbox.message.SendMessageRequest.RecipientRequest;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** How would this letter go? */
@Path("/v1/sender/preflights")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
@RunOnVirtualThread
class PreflightResource {

    private final PreflightService preflights;
    private final CurrentCaller caller;

    PreflightResource(PreflightService preflights, CurrentCaller caller) {
        this.preflights = preflights;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Ask how a letter would go, before sending it",
            description =
                    "Nothing is stored but the record that it was asked, which the person sees. Whoever is unknown here and"
                            + " whoever is reachable look the same; a birth date is held against the number, and against the"
                            + " register only once a letter is sent, as a name is. Each organisation may ask a limited number of times"
                            + " an hour.")
    public PreflightAnswer ask(@NotNull @Valid PreflightRequest request) {
        return preflights.ask(caller.clientSystem(), request);
    }

    /**
     * A letter, as far as it is known.
     *
     * @param purpose why it is asked; shown to the person in the access log
     * @param title the real title, and whether the letter has attachments: with PRINT both decide whether it can be printed
     * @param body the text, to measure how hard it is to read; not stored
     * @param parentVisibility whether parents would see it if the person is between 12 and 16
     */
    @Schema(name = "PreflightRequest", examples = """
                {
                  "recipient": {
                    "nationalIdentityNumber": "20914695016",
                    "birthDate": "1946-11-20"
                  },
                  "purpose": "TREATMENT",
                  "body": "Du har time mandag 14. desember klokken 10. Ring oss om den ikke passer."
                }
                """)
    public record PreflightRequest(
            @NotNull @Valid RecipientRequest recipient,
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String title,
            @Nullable @Size(max = 30_000) String body,
            Boolean attachments,
            @Nullable Instant notBefore,
            @Nullable Instant actBy,
            FallbackPolicy fallback,
            Boolean important,
            ParentVisibility parentVisibility) {

        /** The same defaults as when sending. */
        public PreflightRequest {
            fallback = fallback == null ? FallbackPolicy.TELL_ME : fallback;
            important = important != null && important;
            attachments = attachments != null && attachments;
            parentVisibility = parentVisibility == null ? ParentVisibility.HIDDEN : parentVisibility;
        }

        /** Never the number, never the content. */
        @Override
        public String toString() {
            return "PreflightRequest[***]";
        }
    }

    /**
     * How it would go, by what is known now.
     *
     * @param reason a coarse code, where something speaks against it
     * @param factsAsOf how fresh the facts are
     * @param fallsBackAt when it would fall back if nobody opened it
     * @param paperInTime whether paper could then still reach the person in time
     * @param readability of the body, if there was one
     */
    @Schema(name = "Preflight")
    public record PreflightAnswer(
            Preflight.Outcome outcome,
            @Nullable String reason,
            @Nullable Instant factsAsOf,
            Instant fallsBackAt,
            boolean paperInTime,
            @Nullable Readability readability) {}
}
