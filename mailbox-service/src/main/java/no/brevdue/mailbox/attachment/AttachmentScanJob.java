package no.brevdue.mailbox.attachment;

import no.brevdue.mailbox.attachment.ScanRepository.Judged;
import no.brevdue.mailbox.attachment.ScanRepository.Waiting;
import no.brevdue.mailbox.clamd.ClamdClient;
import no.brevdue.mailbox.clamd.Verdict;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Shows each uploaded attachment to the malware scanner. Without a verdict it stays as it is, unreadable, and is tried again,
 * ever more slowly. No transaction is open during a scan; if the process dies in one, the attachment is due again after the
 * longest time that a scan can take. Due times are business time, like every other due time: a test or the development clock
 * that skips an hour skips these waits too, and scanning twice does no harm.
 */
@ApplicationScoped
class AttachmentScanJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(AttachmentScanJob.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    private final Database database;
    private final ScanRepository scans;
    private final Contents contents;
    private final HolderService holders;
    private final ClamdClient scanner;
    private final Event<ScanEnded> ended;
    private final Clock clock;

    AttachmentScanJob(
            Database database,
            ScanRepository scans,
            Contents contents,
            HolderService holders,
            ClamdClient scanner,
            Event<ScanEnded> ended,
            Clock clock) {
        this.database = database;
        this.scans = scans;
        this.contents = contents;
        this.holders = holders;
        this.scanner = scanner;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        Optional<Waiting> claimed = database.asWorker(
                tx -> scans.claim(tx, clock.instant(), clock.instant().plus(scanner.patience())));
        claimed.ifPresent(this::scan);
        return claimed.isPresent();
    }

    private void scan(Waiting attachment) {
        try (InputStream content = contents.decrypting(database::asWorker, key(attachment), attachment.id())) {
            judge(attachment, scanner.scan(content));
        } catch (IOException failure) {
            LOGGER.warnf(
                    failure, "Attachment could not be scanned and stays unreadable attachmentId=%s", attachment.id());
            database.asWorkerDo(
                    tx -> scans.postpone(tx, attachment.id(), clock.instant().plus(backOff(attachment))));
        }
    }

    private DataKey key(Waiting attachment) {
        Holder sender = holders.holder(HolderName.organization(OrganizationNumber.of(attachment.organization())));
        byte[] wrapped = database.asWorker(tx -> scans.findKey(tx, attachment.id(), sender.id()))
                .orElseThrow();
        return sender.keyset().unwrap(wrapped, attachment.id());
    }

    private void judge(Waiting attachment, Verdict verdict) {
        AttachmentState state = switch (verdict) {
            case CLEAN -> AttachmentState.CLEAN;
            case INFECTED -> AttachmentState.INFECTED;
        };
        database.asWorkerDo(tx ->
                scans.judge(tx, attachment.id(), state).ifPresent(judged -> announce(tx, attachment, state, judged)));
    }

    private void announce(Transaction tx, Waiting attachment, AttachmentState state, Judged judged) {
        if (judged.messageId() != null) {
            ended.fire(new ScanEnded(tx, judged.messageId()));
        }
        tx.afterCommit(() -> LOGGER.infof("Attachment scanned attachmentId=%s state=%s", attachment.id(), state));
    }

    private static Duration backOff(Waiting attachment) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attachment.scanAttempts(), 10));
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }
}
