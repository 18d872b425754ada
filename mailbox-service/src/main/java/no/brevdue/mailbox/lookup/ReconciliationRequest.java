package no.brevdue.mailbox.lookup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the sender believes it has sent.
 *
 * @param references its own, at most 2,000
 * @param from at or after this time
 * @param before before this time, at most 31 days later
 */
@Schema(name = "Reconciliation", examples = """
                {
                  "from": "2026-12-01T00:00:00Z",
                  "before": "2026-12-02T00:00:00Z",
                  "references": [
                    "EPJ-2026-004711",
                    "EPJ-2026-004712"
                  ]
                }
                """)
public record ReconciliationRequest(
        @NotNull Instant from,
        @NotNull Instant before,
        @NotNull @Size(max = 2_000) List<@NotBlank @Size(max = 100) String> references) {}
