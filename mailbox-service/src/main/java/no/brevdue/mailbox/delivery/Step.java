package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import org.jspecify.annotations.Nullable;

/**
 * One step of a delivery. Where there is neither a fact nor a reminder, only a time moved.
 *
 * @param after the delivery as it is from now on
 * @param fact what the other services are told
 * @param rung what is proven by it, if anything
 * @param detail a code that says more about the rung
 * @param isReminder the sender is told again that it has something to do
 */
public record Step(
        Delivery after,
        @Nullable MailboxEvent fact,
        @Nullable Rung rung,
        @Nullable String detail,
        boolean isReminder) {

    static Step of(Delivery after, MailboxEvent fact) {
        return new Step(after, fact, null, null, false);
    }

    static Step silently(Delivery after) {
        return new Step(after, null, null, null, false);
    }

    static Step reminding(Delivery after) {
        return new Step(after, null, null, null, true);
    }

    Step proving(Rung proven) {
        return new Step(after, fact, proven, null, isReminder);
    }

    Step proving(Rung proven, String with) {
        return new Step(after, fact, proven, with, isReminder);
    }
}
