package no.brevdue.notification.email;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import java.util.Set;
import jakarta.mail.MessagingException;

/**
 * The reply of a mail server (RFC 5321, section 4.2) behind what the mail library throws.
 *
 * @param to what it replied to: {@code recipient}, {@code sender}, {@code conversation}, or {@code nothing} if it never did
 * @param code the reply code; 0 without a reply
 */
record SmtpReply(String to, int code) {

    /**
     * Permanent replies that are about us even where they answer a recipient: unknown or misplaced commands, and a login
     * that is missing or wrong. They need an operator.
     */
    private static final Set<Integer> ABOUT_US = Set.of(500, 502, 503, 504, 521, 523, 530, 534, 535, 538);

    /** The reply to the recipient's address, if it was that which failed; else what the conversation ended with. */
    static SmtpReply of(MessagingException failure) {
        SmtpReply reply = new SmtpReply("nothing", 0);
        for (Exception link = failure; link instanceof MessagingException next; link = next.getNextException()) {
            reply = switch (next) {
                case SMTPAddressFailedException address -> new SmtpReply("recipient", address.getReturnCode());
                case SMTPSenderFailedException sender -> new SmtpReply("sender", sender.getReturnCode());
                case SMTPSendFailedException send -> new SmtpReply("conversation", send.getReturnCode());
                default -> reply;
            };
        }
        return reply;
    }

    boolean refusesRecipient() {
        return !to.equals("sender") && code >= 500 && !ABOUT_US.contains(code);
    }
}
