package no.brevdue.mailbox.reply;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/**
 * The content of a reply. Whom it is about the clinic knows from its own letter.
 *
 * @param inReplyTo the message it answers
 * @param writtenBy whether the person wrote it or somebody who acts for them
 */
@Schema(name = "FetchedReply")
public record FetchedReply(
        UUID replyId, UUID inReplyTo, UUID letterId, ReaderRole writtenBy, String text, Instant acceptedAt) {

    /** Never the text. */
    @Override
    public String toString() {
        return "FetchedReply[" + replyId + "]";
    }
}
