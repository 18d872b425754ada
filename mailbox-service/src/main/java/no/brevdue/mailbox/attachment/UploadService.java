package no.brevdue.mailbox.attachment;

import no.brevdue.mailbox.attachment.AttachmentRepository.Announced;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.time.RealTime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.mailbox.attachment.AttachmentProblem.ATTACHMENT_NOT_FOUND;
import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_ALREADY_STORED;
import static no.brevdue.mailbox.attachment.AttachmentProblem.UPLOADS_BUSY;

/** What a sender does with an attachment before a letter names it. */
@ApplicationScoped
class UploadService {

    /** Bounds the disk that unfinished uploads take: 200 MB. */
    private static final int AT_ONCE = 8;

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Database database;
    private final AttachmentRepository attachments;
    private final Contents contents;
    private final HolderService holders;
    private final JobRunner jobs;
    private final Clock clock;
    private final Clock realTime;
    private final Semaphore places = new Semaphore(AT_ONCE);

    UploadService(
            Database database,
            AttachmentRepository attachments,
            Contents contents,
            HolderService holders,
            JobRunner jobs,
            Clock clock,
            @RealTime Clock realTime) {
        this.database = database;
        this.attachments = attachments;
        this.contents = contents;
        this.holders = holders;
        this.jobs = jobs;
        this.clock = clock;
        this.realTime = realTime;
    }

    UUID announce(OrganizationNumber sender, NewAttachment announced) {
        UUID id = UUID.randomUUID();
        Holder holder = holders.holder(HolderName.organization(sender));
        DataKey key = DataKey.fresh();
        byte[] fileName = contents.encryptName(announced.fileName(), key, id);
        database.asCallerDo(tx -> {
            attachments.insert(tx, id, sender, announced, fileName, clock.instant());
            attachments.insertKey(tx, id, holder.id(), holder.keyset().wrap(key, id));
        });
        return id;
    }

    AttachmentState state(OrganizationNumber sender, UUID id) {
        return database.asCaller(tx -> attachments.findState(tx, id, sender)).orElseThrow(UploadService::notFound);
    }

    /** Stores exactly what was announced, or nothing. Repeating it changes nothing. */
    void upload(OrganizationNumber sender, UUID id, InputStream body) {
        IncomingContent content = new IncomingContent(body, realTime);
        try {
            receive(sender, id, content);
        } catch (ProblemException refused) {
            content.discard();
            throw refused;
        }
    }

    private void receive(OrganizationNumber sender, UUID id, IncomingContent content) {
        Holder holder = holders.holder(HolderName.organization(sender));
        Announced announced = database.asCaller(tx -> attachments.findAnnounced(tx, id, sender, holder.id()))
                .orElseThrow(UploadService::notFound);
        if (!places.tryAcquire()) {
            throw UPLOADS_BUSY.because("Too many uploads are running.").retryAfter(COME_BACK);
        }
        try {
            if (announced.scan() == AttachmentState.AWAITING_UPLOAD) {
                storeFirst(sender, holder, announced, content);
            } else {
                compareAgain(announced, content);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            places.release();
        }
    }

    private void storeFirst(OrganizationNumber sender, Holder holder, Announced announced, IncomingContent content)
            throws IOException {
        DataKey key = holder.keyset().unwrap(announced.wrapped(), announced.id());
        try (Spool spool = Spool.open()) {
            try (OutputStream target = contents.encrypting(spool.output(), key, announced.id())) {
                content.copyTo(target, check(announced));
            }
            InputStream ciphertext = spool.input();
            database.asCallerDo(tx -> store(tx, sender, holder, announced.id(), ciphertext));
        }
    }

    private void store(Transaction tx, OrganizationNumber sender, Holder holder, UUID id, InputStream ciphertext) {
        Announced now = attachments.lock(tx, List.of(id), sender, holder.id()).stream()
                .findFirst()
                .orElseThrow(UploadService::notFound);
        // Somebody else uploaded at the same time and was faster. Both had the announced hash: it is the same content.
        if (now.scan() != AttachmentState.AWAITING_UPLOAD) {
            return;
        }
        try {
            contents.store(tx, id, ciphertext);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        attachments.uploaded(tx, id, clock.instant());
        tx.afterCommit(() -> jobs.wake(AttachmentScanJob.class));
    }

    private static void compareAgain(Announced announced, IncomingContent content) throws IOException {
        try {
            content.copyTo(OutputStream.nullOutputStream(), check(announced));
        } catch (ProblemException refused) {
            throw refused.type() == AttachmentProblem.CONTENT_INCOMPLETE
                    ? refused
                    : CONTENT_ALREADY_STORED.because("The attachment has other content already.");
        }
    }

    private static ContentCheck check(Announced announced) {
        return new ContentCheck(announced.contentType(), announced.size(), announced.sha256());
    }

    private static ProblemException notFound() {
        return ATTACHMENT_NOT_FOUND.because("There is no such attachment.");
    }
}
