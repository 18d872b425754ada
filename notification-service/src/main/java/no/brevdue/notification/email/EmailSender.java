package no.brevdue.notification.email;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import no.brevdue.notification.contact.EmailAddress;
import no.brevdue.notification.notice.Notice;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import jakarta.inject.Singleton;

/** Hands notices to the mail server, as plain text. */
@Singleton
public class EmailSender {

    private static final Logger LOGGER = Logger.getLogger(EmailSender.class);

    /**
     * Permanent replies that are about us, not about the recipient: unknown or misplaced commands, and a login that is
     * missing or wrong. They need an operator, and say nothing about the person.
     */
    private static final Set<Integer> ABOUT_US = Set.of(500, 502, 503, 504, 521, 523, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final String from;
    private final Duration timeout;
    private final MeterRegistry meters;

    EmailSender(ReactiveMailer mailer, EmailConfig config, MeterRegistry meters) {
        this.mailer = mailer;
        this.meters = meters;
        this.from = EmailAddress.of(config.from())
                .orElseThrow(() -> new IllegalStateException("brevdue.email.from must be an address without a name."))
                .value();
        this.timeout = config.timeout();
    }

    /** The same {@code notificationId} gives the same Message-ID, by which a receiver recognises a mail sent twice. */
    public EmailOutcome send(UUID notificationId, EmailAddress to, Notice notice) {
        Mail mail = Mail.withText(to.value(), notice.subject(), notice.body())
                .setFrom(from)
                .addHeader("Message-ID", messageId(notificationId))
                // Keeps out-of-office replies from answering us (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        EmailOutcome outcome = handOver(mail);
        meters.counter("brevdue.email.handovers", "outcome", outcome.getClass().getSimpleName())
                .increment();
        return outcome;
    }

    private EmailOutcome handOver(Mail mail) {
        try {
            mailer.send(mail).await().atMost(timeout);
            return new EmailOutcome.HandedOver();
        } catch (RuntimeException failure) {
            return judge(failure);
        }
    }

    private String messageId(UUID notificationId) {
        return "<%s@%s>".formatted(notificationId, from.substring(from.lastIndexOf('@') + 1));
    }

    private static EmailOutcome judge(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException reply) {
                LOGGER.warnf("The mail server did not take a notice: reply=%d", reply.getReplyCode());
                return reply.isPermanent() && !ABOUT_US.contains(reply.getReplyCode())
                        ? new EmailOutcome.Refused()
                        : new EmailOutcome.NotNow();
            }
        }
        LOGGER.warnf(
                "The mail server could not be reached: %s", failure.getClass().getSimpleName());
        return new EmailOutcome.NotNow();
    }
}
