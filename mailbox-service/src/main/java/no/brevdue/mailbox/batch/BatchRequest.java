package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.mailbox.message.SendMessageRequest;
import no.brevdue.platform.problem.LargeBody;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Letters to send.
 *
 * @param letters each as if it were sent alone, under a reference of its own; read one by one, so that one that cannot be read refuses no other
 * @param allOrNothing stores all of them or none, and publishes none before the batch is committed
 */
@LargeBody
@Schema(name = "Batch", examples = """
                {
                  "letters": [
                    {
                      "reference": "EPJ-2026-004712",
                      "recipient": {
                        "nationalIdentityNumber": "20914695016"
                      },
                      "purpose": "ADMINISTRATION",
                      "language": "nb",
                      "title": "Ny time",
                      "body": "Du har fått ny time. Logg inn for å se når."
                    }
                  ],
                  "allOrNothing": false
                }
                """, extensions = @Extension(name = "x-large-body", value = "true"))
public record BatchRequest(
        @NotNull @Size(min = 1, max = 1_000) @Schema(type = SchemaType.ARRAY, implementation = SendMessageRequest.class)
        List<JsonNode> letters,

        Boolean allOrNothing) {

    /** Each goes by itself unless the sender says otherwise. */
    public BatchRequest {
        allOrNothing = allOrNothing != null && allOrNothing;
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "BatchRequest[***]";
    }
}
