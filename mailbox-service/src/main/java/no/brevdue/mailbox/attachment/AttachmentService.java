package no.brevdue.mailbox.attachment;

import no.brevdue.mailbox.attachment.AttachmentRepository.Announced;
import no.brevdue.mailbox.attachment.AttachmentRepository.ForReader;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.routing.ScanState;
import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.mailbox.attachment.AttachmentProblem.ATTACHMENT_ALREADY_SENT;
import static no.brevdue.mailbox.attachment.AttachmentProblem.ATTACHMENT_INFECTED;
import static no.brevdue.mailbox.attachment.AttachmentProblem.ATTACHMENT_NOT_FOUND;
import static no.brevdue.mailbox.attachment.AttachmentProblem.ATTACHMENT_NOT_UPLOADED;
import static no.brevdue.mailbox.attachment.AttachmentProblem.ATTACHMENT_REPEATED;
import static no.brevdue.mailbox.attachment.AttachmentProblem.UNKNOWN_ATTACHMENT;

/** The attachments of a letter, for whoever sends, routes or shows it. Whether a reader may see content is decided there. */
@ApplicationScoped
public class AttachmentService {

    private final Database database;
    private final AttachmentRepository attachments;
    private final Contents contents;
    private final HolderService holders;

    AttachmentService(Database database, AttachmentRepository attachments, Contents contents, HolderService holders) {
        this.database = database;
        this.attachments = attachments;
        this.contents = contents;
        this.holders = holders;
    }

    /**
     * Gives uploaded attachments to a letter that is stored already, in this order. One that is not scanned yet may be given:
     * {@link #scans} says so, and nobody can read it.
     *
     * @return gives their keys to the letter's readers; the sender has them
     */
    public Consumer<List<Holder>> attach(
            Transaction tx, OrganizationNumber sender, UUID messageId, List<UUID> attachmentIds) {
        if (attachmentIds.isEmpty()) {
            return readers -> {};
        }
        if (new HashSet<>(attachmentIds).size() < attachmentIds.size()) {
            throw ATTACHMENT_REPEATED.because("The letter names one attachment twice.");
        }
        Holder own = holders.holder(HolderName.organization(sender));
        List<Announced> found = attachments.lock(tx, attachmentIds, sender, own.id());
        if (found.size() < attachmentIds.size()) {
            throw UNKNOWN_ATTACHMENT.because("The letter names an attachment that is not known.");
        }
        found.forEach(AttachmentService::requireSendable);
        attachments.attach(tx, messageId, attachmentIds);
        return readers -> found.forEach(attachment -> share(tx, attachment, own, readers));
    }

    private static void requireSendable(Announced attachment) {
        if (attachment.messageId() != null) {
            throw ATTACHMENT_ALREADY_SENT.because("Another letter has the attachment already.");
        }
        switch (attachment.scan()) {
            case AWAITING_UPLOAD ->
                throw ATTACHMENT_NOT_UPLOADED.because("The content of an attachment has not been uploaded.");
            case INFECTED -> throw ATTACHMENT_INFECTED.because("The scanner found malware in an attachment.");
            case PENDING, CLEAN -> {}
        }
    }

    private void share(Transaction tx, Announced attachment, Holder own, List<Holder> readers) {
        DataKey key = own.keyset().unwrap(attachment.wrapped(), attachment.id());
        readers.stream()
                .filter(reader -> !reader.id().equals(own.id()))
                .forEach(reader -> attachments.insertKey(
                        tx, attachment.id(), reader.id(), reader.keyset().wrap(key, attachment.id())));
    }

    /** What {@code reader} can read of a letter's attachments, in the sender's order. */
    public List<AttachmentView> of(Transaction tx, UUID messageId, Holder reader) {
        return attachments.findReadable(tx, messageId, reader.id()).stream()
                .map(readable -> view(readable, key(readable, reader)))
                .toList();
    }

    /** What the scanner says about each of these letters; one without attachments is absent. */
    public Map<UUID, ScanState> scans(Transaction tx, Collection<UUID> messageIds) {
        return attachments.scans(tx, messageIds);
    }

    /**
     * Opens one for the caller of this request, who reads with the keys of {@code reader}. Its bytes are read after this
     * transaction: the row policies are asked again for each chunk, so that a right that ends stops the stream.
     */
    public AttachmentContent open(Transaction tx, UUID messageId, UUID attachmentId, Holder reader) {
        ForReader found = attachments.findReadable(tx, messageId, reader.id()).stream()
                .filter(readable -> readable.id().equals(attachmentId))
                .findFirst()
                .orElseThrow(() -> ATTACHMENT_NOT_FOUND.because("There is no such attachment."));
        DataKey key = key(found, reader);
        try {
            return new AttachmentContent(view(found, key), contents.decrypting(database::asCaller, key, attachmentId));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DataKey key(ForReader readable, Holder reader) {
        return reader.keyset().unwrap(readable.wrapped(), readable.id());
    }

    private AttachmentView view(ForReader readable, DataKey key) {
        return new AttachmentView(
                readable.id(),
                contents.decryptName(readable.fileName(), key, readable.id()),
                readable.contentType(),
                readable.size(),
                readable.sha256());
    }
}
