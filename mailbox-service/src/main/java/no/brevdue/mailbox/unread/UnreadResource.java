package no.brevdue.mailbox.unread;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** For our own services: is this letter still worth telling somebody of? */
@Path("/v1/unread-lookups")
@Tag(name = "Services")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:unread.read")
@RunOnVirtualThread
class UnreadResource {

    private final UnreadService unread;
    private final CurrentCaller caller;

    UnreadResource(UnreadService unread, CurrentCaller caller) {
        this.unread = unread;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Whether a letter still waits for its reader, or for their consent",
            description = "A POST because each question is recorded. A letter that is not there waits for nobody.")
    public UnreadAnswer ask(@NotNull @Valid UnreadQuestion question) {
        return unread.ask(caller.caller(), question.deliveryId(), question.purpose());
    }

    /** What it may be asked for. */
    public enum UnreadPurpose {
        @JsonProperty("letter-notification")
        LETTER_NOTIFICATION("letter-notification"),
        @JsonProperty("letter-reminder")
        LETTER_REMINDER("letter-reminder");

        private final String code;

        UnreadPurpose(String code) {
            this.code = code;
        }

        /** For the messages of the reader of bodies. */
        @Override
        public String toString() {
            return code;
        }
    }

    /**
     * Which letter, and why it is asked.
     *
     * @param purpose shown to the person in the access log
     */
    @Schema(
            name = "UnreadQuestion",
            examples = "{\"deliveryId\": \"019adf2c-3e60-7b5d-9c1e-2f8a9a4d1c11\", \"purpose\": \"letter-reminder\"}")
    public record UnreadQuestion(
            @NotNull UUID deliveryId, @NotNull UnreadPurpose purpose) {}

    /**
     * The answer of this moment.
     *
     * @param unread published, and opened by nobody; neither taken back nor held up by a death
     * @param awaitsConsent held until the person says whether the sender may write to them
     */
    @Schema(name = "UnreadAnswer")
    public record UnreadAnswer(boolean unread, boolean awaitsConsent) {

        static final UnreadAnswer NEITHER = new UnreadAnswer(false, false);
    }
}
