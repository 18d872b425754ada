package no.brevdue.notification.account;

import no.brevdue.contracts.identity.v1.NoticeOccasion;
import no.brevdue.notification.contact.NoticeClient;
import no.brevdue.notification.contact.NoticeLookup;
import no.brevdue.notification.email.EmailOutcome;
import no.brevdue.notification.email.EmailSender;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends what is due, one after the other: they are few, and none waits in hand behind a slow mail server. If the process dies after the mail has gone, it goes again under the same
 * Message-ID when the claim runs out, with the same code.
 */
@ApplicationScoped
class AccountNoticeJob implements Job {

    private final AccountNoticeService notices;
    private final NoticeClient identity;
    private final EmailSender emails;

    AccountNoticeJob(AccountNoticeService notices, NoticeClient identity, EmailSender emails) {
        this.notices = notices;
        this.identity = identity;
        this.emails = emails;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        Optional<AccountNotice> due = notices.claim();
        due.ifPresent(notice -> {
            Result result = tell(notice);
            notices.settle(notice, result);
            if (result == Result.HANDED_OVER && notice.occasion() != NoticeOccasion.VERIFICATION_CODE) {
                identity.told(notice.id());
            }
        });
        return due.isPresent();
    }

    private Result tell(AccountNotice notice) {
        return switch (identity.lookUp(notice.id())) {
            case NoticeLookup.Due due -> send(notice, due);
            case NoticeLookup.Over ignored -> Result.OVER;
            case NoticeLookup.Away ignored -> Result.NOT_NOW;
        };
    }

    private Result send(AccountNotice notice, NoticeLookup.Due due) {
        return switch (emails.send(notice.id(), due.email(), text(notice.occasion(), due))) {
            case EmailOutcome.HandedOver ignored -> Result.HANDED_OVER;
            case EmailOutcome.Refused ignored -> Result.REFUSED;
            case EmailOutcome.NotNow ignored -> Result.NOT_NOW;
        };
    }

    private static Notice text(NoticeOccasion occasion, NoticeLookup.Due due) {
        return switch (occasion) {
            case VERIFICATION_CODE -> Notice.verificationCode(due.language(), Objects.requireNonNull(due.code()));
            case CONTACT_CHANGED -> Notice.contactChanged(due.language());
            case READERS_CHANGE -> Notice.readersChange(due.language());
        };
    }
}
