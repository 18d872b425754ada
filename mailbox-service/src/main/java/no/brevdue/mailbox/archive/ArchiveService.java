package no.brevdue.mailbox.archive;

import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.inbox.InboxProblem;
import no.brevdue.mailbox.inbox.Letters;
import no.brevdue.mailbox.recipient.Agreement;
import no.brevdue.mailbox.recipient.AgreementProblem;
import no.brevdue.mailbox.recipient.Consents;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.caller.OnBehalf;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Files letters and takes them out again: the person alone, never whoever acts for them. */
@ApplicationScoped
class ArchiveService {

    private static final Duration COME_BACK = Duration.ofMinutes(1);

    private final ArchiveRepository archive;
    private final Letters letters;
    private final Consents consents;
    private final AccessService access;
    private final AuditTrail audit;
    private final Clock clock;

    ArchiveService(
            ArchiveRepository archive,
            Letters letters,
            Consents consents,
            AccessService access,
            AuditTrail audit,
            Clock clock) {
        this.archive = archive;
        this.letters = letters;
        this.consents = consents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The agreement is looked at, and held, before the letter is locked: a withdrawal comes before it or after it. */
    void file(Citizen citizen, UUID id) {
        access.inOwnDo(citizen, (tx, mailbox) -> {
            Agreement agreement = consents.toArchive(tx, mailbox.alias());
            Delivery letter = letters.require(tx, citizen, mailbox, id);
            requireGiven(agreement);
            if (letter.openedAt() == null) {
                throw InboxProblem.NOT_OPENED.because("Open the letter before filing it.");
            }
            archive.file(tx, letter.id(), Objects.requireNonNull(letter.alias()), clock.instant());
            record(tx, citizen, "letter-archived", letter);
        });
    }

    void takeOut(Citizen citizen, UUID id) {
        access.inOwnDo(citizen, (tx, mailbox) -> {
            Delivery letter = letters.require(tx, citizen, mailbox, id);
            archive.takeOut(tx, letter.id());
            record(tx, citizen, "letter-taken-out-of-archive", letter);
        });
    }

    private static void requireGiven(Agreement agreement) {
        switch (agreement) {
            case GIVEN -> {}
            case MISSING -> throw AgreementProblem.ARCHIVE_MISSING.because("Ask for the agreement: feature=archive.");
            case IN_DOUBT ->
                throw AgreementProblem.IN_DOUBT
                        .because("Whether there is an agreement is not known for certain now.")
                        .retryAfter(COME_BACK);
        }
    }

    private void record(Transaction tx, Citizen citizen, String action, Delivery letter) {
        audit.record(
                tx,
                AuditEntry.by(citizen)
                        .did(action)
                        .to("delivery", letter.id())
                        .of(letter.alias())
                        .because(OnBehalf.OWN_USE)
                        .forController(letter.sender()));
    }
}
