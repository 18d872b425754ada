package no.brevdue.mailbox.batch;

import no.brevdue.mailbox.message.SendMessageRequest;
import no.brevdue.platform.problem.LargeBody;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Letters to send.
 *
 * @param letters each as if it were sent alone, under a reference of its own
 */
@LargeBody
@Schema(name = "Batch", extensions = @Extension(name = "x-large-body", value = "true"))
public record BatchRequest(
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull SendMessageRequest> letters) {

    /** Never the content. */
    @Override
    public String toString() {
        return "BatchRequest[***]";
    }
}
