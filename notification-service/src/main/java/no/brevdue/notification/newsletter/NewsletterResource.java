package no.brevdue.notification.newsletter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Caller.Operator;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Operators write to everybody who has consented to the newsletter. */
@Path("/v1/operations/newsletters")
@Tag(name = "Operations")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class NewsletterResource {

    private final NewsletterService newsletters;
    private final CurrentCaller caller;

    NewsletterResource(NewsletterService newsletters, CurrentCaller caller) {
        this.newsletters = newsletters;
        this.caller = caller;
    }

    @PUT
    @Path("{newsletterId}")
    @Operation(
            summary = "Write a newsletter",
            description =
                    "Goes to whoever subscribes now and still does when it is sent. The id is the writer's: repeated,"
                            + " it is the same newsletter.")
    @APIResponse(responseCode = "200", description = "Written; to how many it goes")
    @APIResponse(responseCode = "409", description = "Another text stands under this id: BD-1401")
    public Written write(@RestPath UUID newsletterId, @NotNull @Valid WriteNewsletter newsletter) {
        return new Written(newsletters.write((Operator) caller.caller(), newsletterId, newsletter.text()));
    }

    /** A newsletter in Bokmål, and in other languages for those who read them. */
    @Schema(name = "WriteNewsletter")
    public record WriteNewsletter(
            @NotNull @Valid Text nb,
            @Nullable @Valid Text nn,
            @Nullable @Valid Text en,
            @Nullable @Valid Text se) {

        NewsletterText text() {
            return new NewsletterText(nb.written(), written(nn), written(en), written(se));
        }

        private static NewsletterText.@Nullable Written written(@Nullable Text text) {
            return text == null ? null : text.written();
        }
    }

    /** Without links, like every mail of ours: whoever gets a mail with one knows that it is none of ours. */
    @Schema(name = "NewsletterText")
    public record Text(
            @NotBlank @Size(max = 120) @Pattern(regexp = NO_LINK, message = "must have no link and no line break")
            String subject,

            @NotBlank @Size(max = 10_000) @Pattern(regexp = NO_LINK_IN_LINES, message = "must have no link")
            String body) {

        private static final String NO_LINK = "(?i)(?!.*(://|www\\.)).*";
        private static final String NO_LINK_IN_LINES = "(?is)(?!.*(://|www\\.)).*";

        NewsletterText.Written written() {
            return new NewsletterText.Written(subject, body);
        }
    }

    /** To how many it goes. */
    @Schema(name = "NewsletterWritten")
    public record Written(int recipients) {}
}
