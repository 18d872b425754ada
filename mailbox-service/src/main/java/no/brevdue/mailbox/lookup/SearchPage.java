package no.brevdue.mailbox.lookup;

import no.brevdue.mailbox.message.MessageStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Letters found, newest first.
 *
 * @param next what to send as cursor for more; absent at the end
 */
@Schema(name = "MessageSearchPage")
public record SearchPage(
        List<MessageStatus> messages, @Nullable String next) {}
