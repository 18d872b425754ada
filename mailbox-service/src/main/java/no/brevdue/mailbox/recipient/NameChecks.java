package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.registration.v1.NameCheckRequested;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.identity.SealedNames;
import no.brevdue.platform.outbox.Outbox;

import java.util.Base64;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Lets identity-service hold the name a sender believes in against the register's. The name is sealed at once and kept nowhere; the
 * question leaves with the commit of the letter, so that no answer can come before it.
 */
@ApplicationScoped
public class NameChecks {

    private final SealedNames seals;
    private final Outbox outbox;
    private final Event<NameAnswered> answered;

    NameChecks(SealedNames seals, Outbox outbox, Event<NameAnswered> answered) {
        this.seals = seals;
        this.outbox = outbox;
        this.answered = answered;
    }

    /** Sent at the end of the transaction, behind the letter itself. */
    public void ask(Transaction tx, UUID messageId, UUID alias, OrganizationNumber sender, String name) {
        tx.later("insert into name_check (message_id) values (:message)").bind("message", messageId);
        String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(seals.seal(name, messageId, alias));
        outbox.publish(tx, new NameCheckRequested(alias, 1, messageId, sender.value(), sealed));
    }

    /** The first answer stands. */
    void answer(Transaction tx, NameChecked answer) {
        int first = tx.handle()
                .createUpdate(
                        "update name_check set outcome = :outcome where message_id = :message and outcome is null")
                .bind("message", answer.questionId())
                .bind("outcome", answer.outcome())
                .execute();
        if (first > 0) {
            answered.fire(new NameAnswered(tx, answer.questionId()));
        }
    }
}
