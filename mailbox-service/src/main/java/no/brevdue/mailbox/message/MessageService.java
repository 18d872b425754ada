package no.brevdue.mailbox.message;

import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.mailbox.attachment.AttachmentService;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.Evidence;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.recipient.NameChecks;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.SealedNumbers;
import no.brevdue.platform.outbox.Outbox;
import org.jdbi.v3.core.statement.StatementException;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

/** Accepts letters, and shows their senders what has been proven about them. */
@ApplicationScoped
public class MessageService {

    private static final Duration COME_BACK = Duration.ofSeconds(1);

    /** How long a reference is one letter's alone. */
    private static final int REFERENCE_MONTHS = 13;

    private final Database database;
    private final MessageRepository messages;
    private final LetterContent content;
    private final Deliveries deliveries;
    private final AttachmentService attachments;
    private final HolderService holders;
    private final Recipients recipients;
    private final NameChecks names;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final SealedNumbers sealedNumbers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final PaperCheck paper;
    private final Clock clock;

    MessageService(
            Database database,
            MessageRepository messages,
            LetterContent content,
            Deliveries deliveries,
            AttachmentService attachments,
            HolderService holders,
            Recipients recipients,
            NameChecks names,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            SealedNumbers sealedNumbers,
            Outbox outbox,
            AuditTrail audit,
            PaperCheck paper,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.content = content;
        this.deliveries = deliveries;
        this.attachments = attachments;
        this.holders = holders;
        this.recipients = recipients;
        this.names = names;
        this.numbers = numbers;
        this.aliases = aliases;
        this.sealedNumbers = sealedNumbers;
        this.outbox = outbox;
        this.audit = audit;
        this.paper = paper;
        this.clock = clock;
    }

    /** Stores the letter durably, or answers with the one that the same request stored before. */
    public MessageStatus send(ClientSystem sender, String idempotencyKey, SendMessageRequest request) {
        Draft draft = draft(sender, idempotencyKey, request);
        byte[] digest = RequestDigest.of(request);
        return inTransaction(tx -> storeNew(tx, draft, digest).orElseGet(() -> repeated(tx, draft, digest)));
    }

    /** A letter of our own, which nobody has called to send. */
    public MessageStatus sendOwn(ClientSystem sender, String idempotencyKey, SendMessageRequest request) {
        Draft draft = draft(sender, idempotencyKey, request);
        byte[] digest = RequestDigest.of(request);
        return database.asWorker(tx -> storeNew(tx, draft, digest).orElseGet(() -> repeated(tx, draft, digest)));
    }

    /** Refuses what would be refused whatever is stored, and whenever it is sent. */
    public void check(ClientSystem sender, SendMessageRequest request) {
        Draft unused = draft(sender, "", request);
    }

    /** A transaction for letters, which waits for another request about one of them two seconds at most. */
    public <T> T inTransaction(Function<Transaction, T> work) {
        try {
            return database.asCaller(work);
        } catch (StatementException failure) {
            throw MessageRepository.hasWaitedTooLong(failure)
                    ? MessageProblem.STILL_AT_WORK
                            .because("Another request about the same letter is not finished yet.")
                            .retryAfter(COME_BACK)
                    : failure;
        }
    }

    /** Stores a letter that must be new together with what else the transaction stores. */
    public MessageStatus accept(
            Transaction tx, ClientSystem sender, String idempotencyKey, SendMessageRequest request) {
        Draft draft = draft(sender, idempotencyKey, request);
        return storeNew(tx, draft, RequestDigest.of(request))
                .orElseThrow(() ->
                        earlier(tx, draft).map(first -> keyReused(first.id())).orElseGet(() -> taken(tx, draft)));
    }

    /** The letter that the same request stored before. */
    public MessageStatus again(Transaction tx, ClientSystem sender, String idempotencyKey, SendMessageRequest request) {
        return repeated(tx, draft(sender, idempotencyKey, request), RequestDigest.of(request));
    }

    private Draft draft(ClientSystem sender, String idempotencyKey, SendMessageRequest request) {
        NationalIdentityNumber number = numbers.parse(request.recipient().nationalIdentityNumber());
        Draft draft = Draft.of(sender, request, idempotencyKey, number, aliases.alias(number), clock.instant());
        String body = request.format() == LetterFormat.MARKDOWN ? Markdown.text(request.body()) : request.body();
        paper.require(request.fallback(), !request.attachments().isEmpty(), request.title(), body);
        return draft;
    }

    MessageStatus status(ClientSystem sender, UUID messageId) {
        return database.asCaller(tx -> {
            Message message = own(tx, sender, messageId)
                    .orElseThrow(() -> MessageProblem.NOT_FOUND.because("No message " + messageId + " of yours."));
            return read(tx, sender, message);
        });
    }

    private MessageStatus read(Transaction tx, ClientSystem sender, Message message) {
        audit.record(
                tx,
                AuditEntry.by(sender)
                        .did("delivery-state-read")
                        .to("message", message.id())
                        .of(message.subject())
                        .because("delivery-follow-up")
                        .forController(message.sender()));
        return status(tx, message.id());
    }

    /** The sender reports how its own attempt to reach the person went. */
    MessageStatus completeFallback(ClientSystem sender, UUID deliveryId, boolean reached) {
        return report(
                sender,
                deliveryId,
                "fallback-reported",
                (tx, delivery) -> deliveries.completeFallback(tx, delivery, reached));
    }

    /** The sender is about to post the letter; refused if somebody has opened it meanwhile. */
    MessageStatus handOver(ClientSystem sender, UUID deliveryId) {
        return report(sender, deliveryId, "fallback-handed-over", deliveries::handOver);
    }

    private MessageStatus report(
            ClientSystem sender, UUID deliveryId, String action, BiFunction<Transaction, Delivery, Delivery> step) {
        return database.asCaller(tx -> {
            Delivery delivery = deliveries.require(tx, deliveryId);
            Message message = own(tx, sender, delivery.messageId())
                    .orElseThrow(() -> MessageProblem.NOT_FOUND.because("No delivery " + deliveryId + " of yours."));
            Delivery reported = step.apply(tx, delivery);
            audit.record(
                    tx,
                    AuditEntry.by(sender)
                            .did(action)
                            .to("delivery", reported.id())
                            .of(message.subject())
                            .because(message.purpose().code())
                            .forController(message.sender()));
            return status(tx, message.id());
        });
    }

    /** Who gets a copy sees the letter, too, but not what becomes of it elsewhere. */
    private Optional<Message> own(Transaction tx, ClientSystem sender, UUID messageId) {
        return messages.find(tx, messageId)
                .filter(found -> found.sender().equals(sender.consumer().value()));
    }

    /** Empty if the key or the reference is taken. Everything but the message itself is sent with the commit. */
    private Optional<MessageStatus> store(Transaction tx, Draft draft, byte[] digest) {
        DataKey key = DataKey.fresh();
        UUID id = draft.messageId();
        Message message = draft.message(Message.seal(digest, key, id));
        Optional<Boolean> isKnown = messages.insert(tx, message);
        if (isKnown.isEmpty()) {
            return Optional.empty();
        }
        draft.requirePossibleTimes();
        Consumer<List<Holder>> attached = attachments.attach(
                tx, draft.sender().consumer(), id, draft.request().attachments());
        // A letter that is refused before leaves no keys for the people it was meant for.
        List<Holder> all = holders(draft);
        attached.accept(all);
        content.store(tx, id, key, draft.parts(), all);
        List<Delivery> accepted = draft.deliveries();
        List<Evidence> evidence = deliveries.accept(tx, accepted);
        if (!isKnown.get()) {
            recipients.expect(tx, draft.alias(), draft.sender().consumer());
            outbox.publish(tx, registration(draft));
        }
        String expectedName = draft.request().recipient().expectedName();
        if (expectedName != null) {
            names.ask(tx, id, draft.alias(), draft.sender().consumer(), expectedName);
        }
        audit.record(
                tx,
                AuditEntry.by(draft.sender())
                        .did("letter-accepted")
                        .to("message", id)
                        .of(draft.alias())
                        .because(draft.request().purpose().code())
                        .forController(message.sender()));
        return Optional.of(MessageStatus.of(message, accepted, evidence));
    }

    /** Bound to this request and this alias: nobody can pass the sealed number off as another person's. */
    private RegistrationRequested registration(Draft draft) {
        UUID requestId = UUID.randomUUID();
        byte[] sealed = sealedNumbers.seal(draft.number(), requestId, draft.alias());
        return new RegistrationRequested(
                draft.alias(),
                1,
                requestId,
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    private Optional<MessageStatus> storeNew(Transaction tx, Draft draft, byte[] digest) {
        Optional<MessageStatus> stored = store(tx, draft, digest);
        return stored.isEmpty() && earlier(tx, draft).isEmpty() && freesReference(tx, draft)
                ? store(tx, draft, digest)
                : stored;
    }

    private MessageStatus repeated(Transaction tx, Draft draft, byte[] digest) {
        Message first = earlier(tx, draft).orElseThrow(() -> taken(tx, draft));
        Holder holder = holders.holder(HolderName.organization(draft.sender().consumer()));
        if (!MessageDigest.isEqual(first.digest(content.key(tx, first.id(), holder)), digest)) {
            throw keyReused(first.id());
        }
        return read(tx, draft.sender(), first);
    }

    private Optional<Message> earlier(Transaction tx, Draft draft) {
        return messages.findByKey(tx, draft.sender().consumer().value(), draft.idempotencyKey());
    }

    private static RuntimeException keyReused(UUID first) {
        return MessageProblem.KEY_REUSED
                .because("This key belongs to message " + first + ".")
                .naming(first);
    }

    /** Old references are let go when somebody wants them, which costs nobody else anything. */
    private boolean freesReference(Transaction tx, Draft draft) {
        Instant before =
                draft.now().atZone(ZoneOffset.UTC).minusMonths(REFERENCE_MONTHS).toInstant();
        return messages.freeReference(
                tx, draft.sender().consumer().value(), draft.request().reference(), before, draft.now());
    }

    private RuntimeException taken(Transaction tx, Draft draft) {
        String reference = draft.request().reference();
        UUID first = messages.findByReference(tx, draft.sender().consumer().value(), reference)
                .orElseThrow(() -> MessageProblem.KEY_REUSED.because("This key belongs to other letters."));
        return MessageProblem.REFERENCE_TAKEN
                .because("This reference belongs to message " + first + ".")
                .naming(first);
    }

    private MessageStatus status(Transaction tx, UUID messageId) {
        Message message = messages.find(tx, messageId)
                .orElseThrow(() -> MessageProblem.NOT_FOUND.because("No message " + messageId + "."));
        return MessageStatus.of(message, deliveries.ofMessage(tx, messageId), deliveries.evidenceOf(tx, messageId));
    }

    private List<Holder> holders(Draft draft) {
        List<Holder> all = new ArrayList<>();
        all.add(holders.holder(HolderName.organization(draft.sender().consumer())));
        all.add(holders.holder(HolderName.person(draft.alias())));
        draft.copies().forEach(copy -> all.add(holders.holder(HolderName.organization(copy))));
        return all;
    }
}
