package no.brevdue.mailbox.recall;

import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.mailbox.delivery.PaperLeft;
import no.brevdue.mailbox.message.Messages;

import java.time.Clock;
import java.util.Objects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A letter was on its way to a printer while it was taken back, and has left: the wrong reader gets it on paper after all. */
@ApplicationScoped
class PaperAfterRecall {

    private final BreachService breaches;
    private final Messages messages;
    private final Clock clock;

    PaperAfterRecall(BreachService breaches, Messages messages, Clock clock) {
        this.breaches = breaches;
        this.messages = messages;
        this.clock = clock;
    }

    /** Its sender becomes aware of it by being told so now. */
    void onPaperLeft(@Observes PaperLeft left) {
        Delivery delivery = left.delivery();
        if (delivery.state() == LetterState.RECALLED) {
            RecallReason reason = RecallReason.valueOf(Objects.requireNonNull(delivery.reason()));
            if (reason.isWrongReader()) {
                breaches.start(
                        left.tx(),
                        messages.require(left.tx(), delivery.messageId()),
                        Breach.Cause.RECALLED,
                        reason.name(),
                        clock.instant());
            }
        }
    }
}
