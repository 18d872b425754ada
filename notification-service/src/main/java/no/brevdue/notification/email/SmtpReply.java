package no.brevdue.notification.email;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import java.util.OptionalInt;
import jakarta.mail.MessagingException;

/** Finds the reply code of a mail server (RFC 5321, section 4.2) in what the mail library throws. */
final class SmtpReply {

    private SmtpReply() {}

    /** The reply to the recipient's address, if it was that which failed; else that to the conversation; else none. */
    static OptionalInt of(MessagingException failure) {
        OptionalInt reply = OptionalInt.empty();
        for (Exception link = failure; link instanceof MessagingException next; link = next.getNextException()) {
            switch (next) {
                case SMTPAddressFailedException address -> reply = OptionalInt.of(address.getReturnCode());
                case SMTPSenderFailedException sender -> reply = OptionalInt.of(sender.getReturnCode());
                case SMTPSendFailedException send -> reply = OptionalInt.of(send.getReturnCode());
                default -> {}
            }
        }
        return reply;
    }
}
