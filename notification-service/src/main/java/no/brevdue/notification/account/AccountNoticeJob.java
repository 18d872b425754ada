package no.brevdue.notification.account;

import no.brevdue.contracts.identity.v1.NoticeOccasion;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.notification.contact.ContactClient;
import no.brevdue.notification.contact.ContactClient.Letter;
import no.brevdue.notification.contact.ContactLookup;
import no.brevdue.notification.contact.LookupPurpose;
import no.brevdue.notification.contact.NoticeClient;
import no.brevdue.notification.contact.NoticeLookup;
import no.brevdue.notification.email.EmailOutcome;
import no.brevdue.notification.email.EmailSender;
import no.brevdue.notification.notice.Notice;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends what is due, one after the other, and what somebody waits for first; none waits in hand behind a slow mail server. If the
 * process dies after the mail has gone, it goes again under the same Message-ID when the claim runs out, with the same code.
 */
@ApplicationScoped
class AccountNoticeJob implements Job {

    private final AccountNoticeService notices;
    private final NoticeClient identity;
    private final ContactClient contacts;
    private final EmailSender emails;

    AccountNoticeJob(AccountNoticeService notices, NoticeClient identity, ContactClient contacts, EmailSender emails) {
        this.notices = notices;
        this.identity = identity;
        this.contacts = contacts;
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
            Result result = notices.isOver(notice) ? Result.OVER : tell(notice);
            notices.settle(notice, result);
            forget(notice, result);
        });
        return due.isPresent();
    }

    private Result tell(AccountNotice notice) {
        return switch (notice) {
            case AccountNotice.OfContacts contact -> tellOfContacts(contact);
            case AccountNotice.OfChange change -> tellOfChange(change);
        };
    }

    private Result tellOfContacts(AccountNotice.OfContacts notice) {
        return switch (identity.lookUp(notice.id())) {
            case NoticeLookup.Due due -> result(emails.send(notice.id(), due.email(), text(notice.occasion(), due)));
            case NoticeLookup.Over ignored -> Result.OVER;
            case NoticeLookup.Away ignored -> Result.NOT_NOW;
        };
    }

    /** For a child that does not read alone everybody who does is told, each under an id of their own. */
    private Result tellOfChange(AccountNotice.OfChange notice) {
        return switch (contacts.lookUp(
                new Letter(notice.alias(), ParentVisibility.HIDDEN), LookupPurpose.TERMS_CHANGE)) {
            case ContactLookup.Reachable reachable -> tell(notice, reachable.readers());
            case ContactLookup.NoChannel ignored -> Result.OVER;
            case ContactLookup.Away ignored -> Result.NOT_NOW;
        };
    }

    /** As long as one of them must be tried again all are, and mail programs recognise what they have. */
    private Result tell(AccountNotice.OfChange notice, List<ContactLookup.Reader> readers) {
        List<Result> results = IntStream.range(0, readers.size())
                .mapToObj(index -> result(emails.send(
                        notice.mailId(index),
                        readers.get(index).email(),
                        Notice.documentChanges(readers.get(index).language()))))
                .toList();
        return Stream.of(Result.NOT_NOW, Result.HANDED_OVER)
                .filter(results::contains)
                .findFirst()
                .orElse(Result.REFUSED);
    }

    /** What identity-service keeps for a notice it need not keep any longer; a code is good until it is used. */
    private void forget(AccountNotice notice, Result result) {
        if (result == Result.HANDED_OVER
                && notice instanceof AccountNotice.OfContacts told
                && told.occasion() != NoticeOccasion.VERIFICATION_CODE) {
            identity.told(notice.id());
        }
    }

    private static Result result(EmailOutcome outcome) {
        return switch (outcome) {
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
