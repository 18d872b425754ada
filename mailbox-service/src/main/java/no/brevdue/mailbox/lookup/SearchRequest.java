package no.brevdue.mailbox.lookup;

import no.brevdue.mailbox.delivery.LetterState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * What to look for; everything that is named must hold.
 *
 * @param reference the sender's own, whole
 * @param nationalIdentityNumber whom the letters are about, under whatever number they were sent
 * @param state of any delivery of the letter
 * @param acceptedFrom at or after this time
 * @param acceptedBefore before this time
 * @param limit 50 unless said otherwise
 * @param cursor next of the page before
 */
@Schema(name = "MessageSearch", examples = """
                {
                  "nationalIdentityNumber": "20914695016",
                  "state": "PUBLISHED",
                  "acceptedFrom": "2026-12-01T00:00:00Z",
                  "limit": 20
                }
                """)
public record SearchRequest(
        @Nullable @Size(max = 100) String reference,
        @Nullable @Size(max = 20) String nationalIdentityNumber,
        @Nullable LetterState state,
        @Nullable Instant acceptedFrom,
        @Nullable Instant acceptedBefore,
        @Nullable @Min(1) @Max(100) Integer limit,
        @Nullable @Size(max = 200) String cursor) {

    /** Never the number. */
    @Override
    public String toString() {
        return "SearchRequest[***]";
    }
}
