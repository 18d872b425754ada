package no.brevdue.mailbox.reply;

import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.inbox.CopyReceiver;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.mailbox.message.Purpose;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Replies as the clinic takes them. Fetching is no proof that anybody has read; the acknowledgement ends the deadline. */
@ApplicationScoped
class OrganizationReplyService {

    private static final String REPLY_HANDLING = "reply-handling";

    private final Database database;
    private final ReplyRepository replies;
    private final ReplyLedger ledger;
    private final ReplyText texts;
    private final Messages messages;
    private final HolderService holders;
    private final AccessService access;
    private final AuditTrail audit;
    private final Clock clock;

    OrganizationReplyService(
            Database database,
            ReplyRepository replies,
            ReplyLedger ledger,
            ReplyText texts,
            Messages messages,
            HolderService holders,
            AccessService access,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.replies = replies;
        this.ledger = ledger;
        this.texts = texts;
        this.messages = messages;
        this.holders = holders;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    List<WaitingReply> waiting(CopyReceiver receiver, int limit) {
        String organization = receiver.organization().value();
        return database.asCaller(tx -> {
            audit.record(
                    tx,
                    AuditEntry.by(receiver.caller())
                            .did("replies-listed")
                            .to("inbox", organization)
                            .because(REPLY_HANDLING)
                            .forController(organization));
            return replies.waiting(tx, organization, limit).stream()
                    .map(WaitingReply::of)
                    .toList();
        });
    }

    FetchedReply fetch(CopyReceiver receiver, UUID id, Purpose purpose) {
        Holder holder = holders.holder(HolderName.organization(receiver.organization()));
        return database.asCaller(tx -> {
            Reply reply = require(tx, receiver, id);
            UUID subject = messages.require(tx, reply.messageId()).subject();
            access.requireCertain(tx, subject);
            Reply fetched = advance(tx, reply, reply.fetch(now()));
            record(tx, receiver, "reply-fetched", fetched, subject, purpose.code());
            return new FetchedReply(
                    fetched.id(),
                    fetched.messageId(),
                    fetched.deliveryId(),
                    fetched.role(),
                    texts.read(tx, fetched, holder),
                    fetched.acceptedAt());
        });
    }

    WaitingReply acknowledge(CopyReceiver receiver, UUID id, boolean filed) {
        return database.asCaller(tx -> {
            Reply reply = require(tx, receiver, id);
            Reply acknowledged = advance(tx, reply, reply.acknowledge(filed, now()));
            UUID subject = messages.require(tx, reply.messageId()).subject();
            record(tx, receiver, "reply-acknowledged", acknowledged, subject, REPLY_HANDLING);
            return WaitingReply.of(acknowledged);
        });
    }

    /** Another clinic's is not there; nor is one of somebody who denies whoever asks. */
    private Reply require(Transaction tx, CopyReceiver receiver, UUID id) {
        return replies.lock(tx, id, receiver.organization().value())
                .orElseThrow(() -> ReplyProblem.NOT_FOUND.because("No reply " + id + " here."));
    }

    private Reply advance(Transaction tx, Reply reply, Optional<Reply> next) {
        next.ifPresent(moved -> ledger.moved(tx, moved));
        return next.orElse(reply);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(
            Transaction tx, CopyReceiver receiver, String action, Reply reply, UUID subject, String purpose) {
        audit.record(
                tx,
                AuditEntry.by(receiver.caller())
                        .did(action)
                        .to("reply", reply.id())
                        .of(subject)
                        .because(purpose)
                        .forController(reply.controller()));
    }
}
