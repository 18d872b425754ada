package no.brevdue.mailbox.lookup;

import no.brevdue.mailbox.message.MessageStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * The sender's list against ours.
 *
 * @param missing references nothing was accepted under: those letters are not here and were never promised
 * @param found what is proven about the others, whenever they were accepted
 * @param unnamed references of letters accepted in the period that the sender did not name; at most 1,000
 */
@Schema(name = "Reconciled")
public record Reconciled(Totals totals, List<String> missing, List<MessageStatus> found, List<String> unnamed) {

    /**
     * How many of each.
     *
     * @param complete of the found, those of which every delivery has ended in proof
     * @param accepted letters of the sender accepted in the period
     */
    @Schema(name = "ReconciledTotals")
    public record Totals(long named, long missing, long found, long complete, long accepted, long unnamed) {}
}
