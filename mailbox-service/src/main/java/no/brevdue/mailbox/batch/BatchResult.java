package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What became of each letter, in the order of the request.
 *
 * @param accepted how many are durably stored
 * @param refused how many are not, and must be corrected or repeated
 * @param batchId to commit, where all or nothing was asked for
 * @param commitBefore until when; after that the letters come back
 */
@Schema(name = "BatchResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchResult(
        int accepted,
        int refused,
        @Nullable UUID batchId,
        @Nullable Instant commitBefore,
        List<Item> items) {

    static BatchResult of(List<Item> items) {
        return counted(items, null, null);
    }

    static BatchResult staged(StagedBatch batch, List<Item> items) {
        return counted(items, batch.id(), batch.commitBefore());
    }

    /** Nothing is stored, not even what would have been good. */
    static BatchResult refused(List<Item> items) {
        ProblemException because = BatchProblem.BATCH_REFUSED.because("Another letter of the batch was refused.");
        return of(items.stream()
                .map(item -> item.wasRefused() ? item : Item.refused(item.reference(), because))
                .toList());
    }

    private static BatchResult counted(List<Item> items, @Nullable UUID batchId, @Nullable Instant commitBefore) {
        int refused = Math.toIntExact(items.stream().filter(Item::wasRefused).count());
        return new BatchResult(items.size() - refused, refused, batchId, commitBefore, items);
    }

    /**
     * One letter.
     *
     * @param status as the letter alone would have been answered with
     * @param code of the problem, where it was refused
     * @param existingId the letter that has its key or reference already, where that is the problem
     * @param errors what is wrong with the letter, where that can be pointed at
     */
    @Schema(name = "BatchItem")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            @Nullable String reference,
            int status,
            @Nullable UUID messageId,
            @Nullable String code,
            @Nullable String detail,
            @Nullable UUID existingId,
            List<Violation> errors) {

        private static final int CREATED = 201;

        /** Something tried with a letter; answers the message it became, if it did. */
        interface Attempt {
            @Nullable
            UUID make(JsonNode letter);
        }

        /** Each letter once: another one under the reference of an earlier one is refused, whatever it says. */
        static List<Item> each(List<JsonNode> letters, Attempt attempt) {
            Set<String> references = new HashSet<>();
            return letters.stream()
                    .map(letter -> {
                        String reference = reference(letter);
                        return reference == null || references.add(reference)
                                ? of(letter, reference, attempt)
                                : refused(
                                        reference,
                                        BatchProblem.REFERENCE_REPEATED.because("The batch has this reference twice."));
                    })
                    .toList();
        }

        static @Nullable String reference(JsonNode letter) {
            return letter.path("reference").textValue();
        }

        private static Item of(JsonNode letter, @Nullable String reference, Attempt attempt) {
            try {
                return new Item(reference, CREATED, attempt.make(letter), null, null, null, List.of());
            } catch (ProblemException problem) {
                return refused(reference, problem);
            }
        }

        static Item refused(@Nullable String reference, ProblemException problem) {
            return new Item(
                    reference,
                    problem.type().kind().status(),
                    null,
                    String.format(Locale.ROOT, "BD-%04d", problem.type().code()),
                    problem.detail(),
                    problem.existing(),
                    problem.violations());
        }

        boolean wasRefused() {
            return code != null;
        }
    }
}
