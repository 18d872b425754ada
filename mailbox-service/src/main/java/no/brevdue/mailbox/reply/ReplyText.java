package no.brevdue.mailbox.reply;

import no.brevdue.mailbox.holder.Holder;
import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Transaction;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** The text of replies: each under a key of its own, which is wrapped for the person and for the clinic. */
@ApplicationScoped
class ReplyText {

    private final ReplyRepository replies;

    ReplyText(ReplyRepository replies) {
        this.replies = replies;
    }

    static byte[] seal(DataKey key, UUID reply, String text) {
        return key.encrypt(text.getBytes(StandardCharsets.UTF_8), reply, Reply.TEXT);
    }

    void wrap(Transaction tx, UUID reply, DataKey key, List<Holder> holders) {
        holders.forEach(
                holder -> replies.wrap(tx, reply, holder, holder.keyset().wrap(key, reply)));
    }

    /** What a holder can read; whoever asks has decided before that the reader may. */
    String read(Transaction tx, Reply reply, Holder reader) {
        DataKey key = replies.wrapped(tx, reply.id(), reader)
                .map(wrapped -> reader.keyset().unwrap(wrapped, reply.id()))
                .orElseThrow(() -> ReplyProblem.NOT_FOUND.because("This copy of the reply has been deleted."));
        return new String(key.decrypt(reply.ciphertext(), reply.id(), Reply.TEXT), StandardCharsets.UTF_8);
    }
}
