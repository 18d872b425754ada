package no.brevdue.mailbox.message;

import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.mailbox.attachment.AttachmentService;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.Evidence;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.statement.StatementException;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import jakarta.enterprise.context.ApplicationScoped;

/** Accepts letters, and shows their senders what has been proven about them. */
@ApplicationScoped
public class MessageService {

    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Database database;
    private final MessageRepository messages;
    private final LetterContent content;
    private final Deliveries deliveries;
    private final AttachmentService attachments;
    private final HolderService holders;
    private final Recipients recipients;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final SealedNumbers sealedNumbers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Optional<URI> printer;
    private final Clock clock;

    MessageService(
            Database database,
            MessageRepository messages,
            LetterContent content,
            Deliveries deliveries,
            AttachmentService attachments,
            HolderService holders,
            Recipients recipients,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            SealedNumbers sealedNumbers,
            Outbox outbox,
            AuditTrail audit,
            @ConfigProperty(name = "brevdue.print.url") Optional<URI> printer,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.content = content;
        this.deliveries = deliveries;
        this.attachments = attachments;
        this.holders = holders;
        this.recipients = recipients;
        this.numbers = numbers;
        this.aliases = aliases;
        this.sealedNumbers = sealedNumbers;
        this.outbox = outbox;
        this.audit = audit;
        this.printer = printer;
        this.clock = clock;
    }

    /** Stores the letter durably, or answers with the one that the same request stored before. */
    public MessageStatus send(ClientSystem sender, String idempotencyKey, SendMessageRequest request) {
        NationalIdentityNumber number = numbers.parse(request.recipient().nationalIdentityNumber());
        UUID alias = aliases.alias(number);
        if (request.fallback() == FallbackPolicy.PRINT && printer.isEmpty()) {
            throw MessageProblem.NO_PRINTER.because("Nobody prints here.");
        }
        Draft draft = Draft.of(sender, request, idempotencyKey, number, alias, clock.instant());
        byte[] digest = RequestDigest.of(request);
        try {
            return database.asCaller(tx -> store(tx, draft, digest).orElseGet(() -> repeated(tx, draft, digest)));
        } catch (StatementException failure) {
            throw MessageRepository.hasWaitedTooLong(failure)
                    ? MessageProblem.STILL_AT_WORK
                            .because("Another request about the same letter is not finished yet.")
                            .retryAfter(COME_BACK)
                    : failure;
        }
    }

    MessageStatus status(ClientSystem sender, UUID messageId) {
        return database.asCaller(tx -> {
            MessageStatus status = status(tx, messageId);
            audit.record(
                    tx,
                    AuditEntry.by(sender)
                            .did("delivery-state-read")
                            .to("message", messageId)
                            .of(messages.find(tx, messageId).orElseThrow().subject())
                            .because("delivery-follow-up")
                            .forController(sender.consumer().value()));
            return status;
        });
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
            Message message = messages.find(tx, delivery.messageId())
                    .filter(found -> found.sender().equals(sender.consumer().value()))
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
        // A letter that is refused here leaves no keys for the people it was meant for.
        attachments.attach(tx, draft.sender().consumer(), id, draft.request().attachments(), () -> holders(draft));
        content.store(tx, id, key, draft.parts(), holders(draft));
        List<Delivery> accepted = draft.deliveries();
        List<Evidence> evidence = deliveries.accept(tx, accepted);
        if (!isKnown.get()) {
            recipients.expect(tx, draft.alias());
            outbox.publish(tx, registration(draft));
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

    private MessageStatus repeated(Transaction tx, Draft draft, byte[] digest) {
        String sender = draft.sender().consumer().value();
        Message first = messages.findByKey(tx, sender, draft.idempotencyKey()).orElseThrow(() -> taken(tx, draft));
        Holder holder = holders.holder(HolderName.organization(draft.sender().consumer()));
        if (!MessageDigest.isEqual(first.digest(content.key(tx, first.id(), holder)), digest)) {
            throw MessageProblem.KEY_REUSED.because("This key belongs to message " + first.id() + ".");
        }
        return status(tx, first.id());
    }

    private RuntimeException taken(Transaction tx, Draft draft) {
        String reference = draft.request().reference();
        UUID first = messages.findByReference(tx, draft.sender().consumer().value(), reference)
                .orElseThrow();
        return MessageProblem.REFERENCE_TAKEN.because("This reference belongs to message " + first + ".");
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
