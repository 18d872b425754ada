package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.mailbox.inbox.OrganizationInboxResource.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A copy in an organisation's inbox: its own state and nothing of the patient's doings.
 *
 * @param sender organisation number
 * @param acknowledged true once this organisation has acknowledged it
 * @param outcome with what
 */
@Schema(name = "Copy")
public record CopyView(
        UUID letterId,
        String sender,
        Instant publishedAt,
        Instant acknowledgeBefore,
        @Nullable Instant actBy,
        long attachments,
        boolean acknowledged,
        @Nullable Outcome outcome,
        @Nullable Instant acknowledgedAt) {

    static CopyView of(InboxRow row) {
        boolean acknowledged = row.state() == LetterState.CONFIRMED;
        return new CopyView(
                row.id(),
                row.sender(),
                row.publishedAt(),
                row.readBefore(),
                row.actBy(),
                row.attachments(),
                acknowledged,
                acknowledged ? (Delivery.REJECTED.equals(row.reason()) ? Outcome.REJECTED : Outcome.OK) : null,
                acknowledged ? row.endedAt() : null);
    }
}
