package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * What became of each letter, in the order of the request.
 *
 * @param accepted how many are durably stored
 * @param refused how many are not, and must be corrected or repeated
 */
@Schema(name = "BatchResult")
public record BatchResult(int accepted, int refused, List<Item> items) {

    static BatchResult of(List<Item> items) {
        int accepted = Math.toIntExact(
                items.stream().filter(item -> item.messageId() != null).count());
        return new BatchResult(accepted, items.size() - accepted, items);
    }

    /**
     * One letter.
     *
     * @param status as the letter alone would have been answered with
     * @param code of the problem, where it was refused
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
            List<Violation> errors) {}
}
