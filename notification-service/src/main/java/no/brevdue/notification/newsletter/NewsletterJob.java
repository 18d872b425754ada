package no.brevdue.notification.newsletter;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.notification.contact.ContactClient;
import no.brevdue.notification.contact.ContactClient.Letter;
import no.brevdue.notification.contact.ContactLookup;
import no.brevdue.notification.contact.LookupPurpose;
import no.brevdue.notification.email.EmailOutcome;
import no.brevdue.notification.email.EmailSender;
import no.brevdue.notification.email.OneClickStop;
import no.brevdue.notification.newsletter.NewsletterService.Permission;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.job.Job;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends what is due, one after the other. Each is asked about just before it goes: who has withdrawn meanwhile gets nothing, and
 * in doubt it waits. If the process dies after the mail has gone, it goes again under the same Message-ID.
 */
@ApplicationScoped
class NewsletterJob implements Job {

    private final NewsletterService newsletters;
    private final ContactClient contacts;
    private final EmailSender emails;
    private final NewsletterConfig config;

    NewsletterJob(NewsletterService newsletters, ContactClient contacts, EmailSender emails, NewsletterConfig config) {
        this.newsletters = newsletters;
        this.contacts = contacts;
        this.emails = emails;
        this.config = config;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        Optional<NewsletterMail> due = newsletters.claim();
        due.ifPresent(mail -> newsletters.settle(mail, newsletters.isOver(mail) ? Result.OVER : tell(mail)));
        return due.isPresent();
    }

    private Result tell(NewsletterMail mail) {
        if (mail.text() == null) {
            return send(mail, null);
        }
        return switch (newsletters.permission(mail.alias())) {
            case Permission.Given given -> send(mail, given.consent());
            case Permission.None ignored -> Result.OVER;
            case Permission.Doubtful ignored -> Result.NOT_NOW;
        };
    }

    private Result send(NewsletterMail mail, @Nullable UUID consent) {
        return switch (contacts.lookUp(new Letter(mail.alias(), ParentVisibility.HIDDEN), LookupPurpose.NEWSLETTER)) {
            case ContactLookup.Reachable reachable ->
                handOver(mail, consent, reachable.readers().getFirst());
            case ContactLookup.NoChannel ignored -> Result.OVER;
            case ContactLookup.Away ignored -> Result.NOT_NOW;
        };
    }

    private Result handOver(NewsletterMail mail, @Nullable UUID consent, ContactLookup.Reader reader) {
        Notice notice = mail.text() == null
                ? Notice.newsletterCode(reader.language(), String.valueOf(mail.code()))
                : NewsletterText.of(mail.text()).in(reader.language());
        EmailOutcome outcome = consent == null
                ? emails.send(mail.mailId(), reader.email(), notice)
                : emails.send(mail.mailId(), reader.email(), notice, OneClickStop.at(config.stopUrl(), consent));
        return switch (outcome) {
            case EmailOutcome.HandedOver ignored -> Result.HANDED_OVER;
            case EmailOutcome.Refused ignored -> Result.REFUSED;
            case EmailOutcome.NotNow ignored -> Result.NOT_NOW;
        };
    }
}
