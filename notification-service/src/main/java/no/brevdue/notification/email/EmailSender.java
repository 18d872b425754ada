package no.brevdue.notification.email;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.notification.contact.EmailAddress;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.time.RealTime;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;

/** Hands notices to the mail server, as plain text, each in a conversation of its own. */
@Singleton
public class EmailSender {

    private static final Logger LOGGER = Logger.getLogger(EmailSender.class);

    private final EmailConfig config;
    private final Session session;
    private final String from;
    private final Clock clock;
    private final MeterRegistry meters;

    EmailSender(EmailConfig config, @RealTime Clock clock, MeterRegistry meters) {
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        // Unless it is named, it is looked for in every jar again for each header of each mail.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        this.session = Session.getInstance(properties(config));
        this.from = EmailAddress.of(config.from())
                .orElseThrow(() -> new IllegalStateException("brevdue.email.from must be an address without a name."))
                .value();
    }

    /** The same {@code notificationId} gives the same Message-ID, by which a receiver recognises a mail sent twice. */
    public EmailOutcome send(UUID notificationId, EmailAddress to, Notice notice) {
        return send(notificationId, to, notice, null);
    }

    /** With a button to stop mails like this one, which the text does not have. */
    public EmailOutcome send(UUID notificationId, EmailAddress to, Notice notice, @Nullable OneClickStop stop) {
        EmailOutcome outcome = handOver(notificationId, to, notice, stop);
        meters.counter("brevdue.email.handovers", "outcome", outcome.getClass().getSimpleName())
                .increment();
        return outcome;
    }

    private EmailOutcome handOver(UUID notificationId, EmailAddress to, Notice notice, @Nullable OneClickStop stop) {
        Transport transport = null;
        try {
            Message mail = mail(notificationId, to, notice, stop);
            transport = session.getTransport();
            transport.connect(config.username().orElse(null), config.password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
            return new EmailOutcome.HandedOver();
        } catch (MessagingException failure) {
            return judge(failure);
        } finally {
            hangUp(transport);
        }
    }

    /** The hand-over was made with the reply to the data; whether the goodbye succeeds changes nothing. */
    private static void hangUp(@Nullable Transport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException gone) {
            LOGGER.debug("The mail server hung up first", gone);
        }
    }

    private Message mail(UUID notificationId, EmailAddress to, Notice notice, @Nullable OneClickStop stop)
            throws MessagingException {
        MimeMessage mail = new NamedMessage(session, messageId(notificationId));
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.value()));
        mail.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        mail.setText(notice.body(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        // Keeps out-of-office replies from answering us (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (stop != null) {
            mail.setHeader("List-Unsubscribe", "<" + stop.address() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.saveChanges();
        return mail;
    }

    private String messageId(UUID notificationId) {
        return "<%s@%s>".formatted(notificationId, from.substring(from.lastIndexOf('@') + 1));
    }

    /** Only a permanent reply to the recipient's address says something about the recipient. */
    private static EmailOutcome judge(MessagingException failure) {
        SmtpReply reply = SmtpReply.of(failure);
        LOGGER.warnf("The mail server did not take a notice: %s", reply);
        return reply.refusesRecipient() ? new EmailOutcome.Refused() : new EmailOutcome.NotNow();
    }

    private static Properties properties(EmailConfig config) {
        String timeout = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", config.host());
        properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(config.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /** A mail whose Message-ID is ours and not made up at the time of sending. */
    private static final class NamedMessage extends MimeMessage {

        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
