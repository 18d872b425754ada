package no.brevdue.mailbox.reply;

import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells clinics of replies they have left lying, again and again. What is told and that it was told are one transaction. */
@ApplicationScoped
class ReplyDeadlineService {

    private final Database database;
    private final ReplyRepository replies;
    private final ReplyLedger ledger;
    private final Messages messages;
    private final AuditTrail audit;
    private final Clock clock;

    ReplyDeadlineService(
            Database database,
            ReplyRepository replies,
            ReplyLedger ledger,
            Messages messages,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.replies = replies;
        this.ledger = ledger;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many were told of. */
    int tell(int limit) {
        Instant now = clock.instant();
        return database.asWorker(tx -> {
            List<Reply> due = replies.lockDue(tx, now, limit);
            for (Reply reply : due) {
                ledger.overdue(tx, reply.remind(now), now);
                audit.record(
                        tx,
                        AuditEntry.bySystem("mailbox")
                                .did("reply-overdue-told")
                                .to("reply", reply.id())
                                .of(messages.require(tx, reply.messageId()).subject())
                                .because("delivery-follow-up")
                                .forController(reply.controller()));
            }
            return due.size();
        });
    }

    long overdue() {
        return database.asWorker(replies::overdue);
    }
}
