package no.brevdue.mailbox.reply;

import no.brevdue.mailbox.feed.Feed;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes each step of a reply down, with the fact and, where the clinic must act, the news for it: one transaction. */
@ApplicationScoped
class ReplyLedger {

    private final ReplyRepository replies;
    private final Outbox outbox;
    private final Feed feed;

    ReplyLedger(ReplyRepository replies, Outbox outbox, Feed feed) {
        this.replies = replies;
        this.outbox = outbox;
        this.feed = feed;
    }

    /** False if the author has used the key before; then nothing is written. */
    boolean accepted(Transaction tx, Reply reply) {
        if (!replies.insert(tx, reply)) {
            return false;
        }
        outbox.publish(tx, reply.fact());
        tell(tx, reply, "letter-answered", reply.acceptedAt());
        return true;
    }

    void moved(Transaction tx, Reply reply) {
        replies.move(tx, reply);
        outbox.publish(tx, reply.fact());
    }

    void overdue(Transaction tx, Reply reply, Instant now) {
        replies.remind(tx, reply);
        outbox.publish(tx, reply.fact());
        tell(tx, reply, "reply-overdue", now);
    }

    private void tell(Transaction tx, Reply reply, String type, Instant at) {
        feed.append(
                tx,
                List.of(new Feed.News(
                        reply.controller(),
                        type,
                        reply.messageId(),
                        reply.deliveryId(),
                        reply.id().toString(),
                        at)));
    }
}
