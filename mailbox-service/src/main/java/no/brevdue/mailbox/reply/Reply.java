package no.brevdue.mailbox.reply;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.contracts.mailbox.v1.ReplyMoved;
import no.brevdue.contracts.mailbox.v1.ReplyState;
import no.brevdue.mailbox.deadline.WorkingDays;
import no.brevdue.mailbox.delivery.Delivery;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One answer to one letter. Immutable: each step returns the reply as it then is.
 *
 * @param controller the organisation it is for: the sender of the letter
 * @param author alias of whoever wrote it
 * @param ciphertext its text, under a key of its own
 * @param overdueAt when the clinic was first told that it is late
 * @param dueAt when the clinic is told, or told again; null only once it has acknowledged
 */
public record Reply(
        UUID id,
        UUID deliveryId,
        UUID messageId,
        UUID threadId,
        String controller,
        UUID author,
        ReaderRole role,
        String idempotencyKey,
        byte[] ciphertext,
        long version,
        ReplyState state,
        boolean rejected,
        Instant acceptedAt,
        @Nullable Instant fetchedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant dueAt) {

    /** How long a clinic has, and how often it is told again. */
    static final int WORKING_DAYS = 3;

    static final String TEXT = "TEXT";

    static Reply to(
            Delivery letter, UUID id, UUID author, ReaderRole role, String key, byte[] ciphertext, Instant now) {
        return new Reply(
                id,
                letter.id(),
                letter.messageId(),
                letter.threadId(),
                letter.sender(),
                author,
                role,
                key,
                ciphertext,
                1,
                ReplyState.ACCEPTED,
                false,
                now,
                null,
                null,
                null,
                WorkingDays.after(now, WORKING_DAYS));
    }

    /** Fetching again moves nothing. */
    Optional<Reply> fetch(Instant now) {
        return state == ReplyState.ACCEPTED
                ? Optional.of(moved(ReplyState.FETCHED, false, now, null, overdueAt, dueAt))
                : Optional.empty();
    }

    /** The same again changes nothing, the contrary is refused; what nobody has fetched nobody can acknowledge. */
    Optional<Reply> acknowledge(boolean filed, Instant now) {
        return switch (state) {
            case ACCEPTED -> throw ReplyProblem.NOT_FETCHED.because("Fetch the reply before acknowledging it.");
            case FETCHED -> Optional.of(moved(ReplyState.ACKNOWLEDGED, !filed, fetchedAt, now, overdueAt, null));
            case ACKNOWLEDGED -> {
                if (rejected == filed) {
                    throw ReplyProblem.ACKNOWLEDGED.because(
                            "The reply is on record as %s.".formatted(rejected ? "REJECTED" : "FILED"));
                }
                yield Optional.empty();
            }
        };
    }

    /** The clinic has left it lying, and is told so until it does not. */
    Reply remind(Instant now) {
        Instant since = overdueAt == null ? now : overdueAt;
        return moved(state, rejected, fetchedAt, acknowledgedAt, since, WorkingDays.after(now, WORKING_DAYS));
    }

    boolean isOverdue() {
        return overdueAt != null && state != ReplyState.ACKNOWLEDGED;
    }

    ReplyMoved fact() {
        return new ReplyMoved(id, messageId, threadId, version, state, isOverdue());
    }

    private Reply moved(
            ReplyState next,
            boolean refused,
            @Nullable Instant fetched,
            @Nullable Instant acknowledged,
            @Nullable Instant overdue,
            @Nullable Instant due) {
        return new Reply(
                id,
                deliveryId,
                messageId,
                threadId,
                controller,
                author,
                role,
                idempotencyKey,
                ciphertext,
                version + 1,
                next,
                refused,
                acceptedAt,
                fetched,
                acknowledged,
                overdue,
                due);
    }
}
