package no.brevdue.mailbox.print;

import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.mailbox.attachment.AttachmentService;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.deadline.ReadingTime;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.FallbackState;
import no.brevdue.mailbox.delivery.Rung;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.message.LetterContent;
import no.brevdue.mailbox.message.LetterPart;
import no.brevdue.mailbox.message.Markdown;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The steps of a letter on its way to paper. Once everything is ready to leave, the delivery is locked and asked once more
 * whether somebody has opened it, or it was taken back; the answer is committed and the letter leaves at once. When nobody
 * knows whether it did, the printer is asked before it is decided again.
 */
@ApplicationScoped
class PrintService {

    private static final Logger LOGGER = Logger.getLogger(PrintService.class);
    private static final Duration CLAIM = Duration.ofMinutes(2);
    /** Nothing is posted to the dead; whether they are is asked again. */
    private static final Duration WHILE_PAUSED = Duration.ofDays(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** How long a posted letter may take to come back. */
    private static final Duration TIME_TO_COME_BACK = Duration.ofDays(21);

    static final String NOT_POSSIBLE = "PRINT_NOT_POSSIBLE";
    static final String TOO_LATE = "PRINT_TOO_LATE";
    static final String LOST = "PRINT_LOST";

    /** Said so often in a row, an hour apart; once could be a mistake of something in between. */
    private static final int LOOKS_BEFORE_LOST = 3;

    private final Database database;
    private final PrintRepository orders;
    private final Deliveries deliveries;
    private final Messages messages;
    private final LetterContent content;
    private final AttachmentService attachments;
    private final Copies copies;
    private final HolderService holders;
    private final AddressClient addresses;
    private final PrinterClient printer;
    private final PrintConfig config;
    private final AuditTrail audit;
    private final Clock clock;

    PrintService(
            Database database,
            PrintRepository orders,
            Deliveries deliveries,
            Messages messages,
            LetterContent content,
            AttachmentService attachments,
            Copies copies,
            HolderService holders,
            AddressClient addresses,
            PrinterClient printer,
            PrintConfig config,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.deliveries = deliveries;
        this.messages = messages;
        this.content = content;
        this.attachments = attachments;
        this.copies = copies;
        this.holders = holders;
        this.addresses = addresses;
        this.printer = printer;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    List<PrintOrder> claim(int limit) {
        return database.asWorker(tx -> orders.claim(tx, clock.instant(), CLAIM, limit));
    }

    void postpone(PrintOrder order) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(order.setbacks(), 16));
        Instant until = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        database.asWorkerDo(tx -> orders.postpone(tx, order, until));
    }

    void step(PrintOrder order) {
        switch (order.state()) {
            case WAITING -> leave(order);
            case LEAVING -> leaveAgain(order);
            case ACCEPTED, DISPATCHED -> follow(order);
            case RETURNED, DONE, REFUSED, NOT_NEEDED ->
                throw new IllegalStateException("An ended print order is due: " + order.state());
        }
    }

    /** The printer is asked before anything is decided anew: what it has taken has left, whatever has happened since. */
    private void leaveAgain(PrintOrder order) {
        switch (printer.progress(order.id())) {
            case AWAY -> postpone(order);
            case TESTED -> {
                complain(order);
                postpone(order);
            }
            case UNKNOWN -> leave(order);
            case AT_WORK, DISPATCHED, RETURNED, REJECTED -> taken(order);
        }
    }

    private void leave(PrintOrder order) {
        Optional<Delivery> wanted = database.asWorker(tx -> wanted(tx, order));
        wanted.ifPresent(delivery -> {
            switch (addresses.lookUp(Objects.requireNonNull(delivery.alias()))) {
                case AddressClient.Answer.Away away -> postpone(order);
                case AddressClient.Answer.None none -> refuse(order, NOT_POSSIBLE);
                case AddressClient.Answer.Address address ->
                    pdf(delivery, address)
                            .ifPresentOrElse(letter -> handOver(order, letter), () -> refuse(order, NOT_POSSIBLE));
            }
        });
    }

    /** The delivery, locked, if its letter shall still go on paper; otherwise the order is settled or waits. */
    private Optional<Delivery> wanted(Transaction tx, PrintOrder order) {
        Instant now = clock.instant();
        Delivery delivery = deliveries.find(tx, order.deliveryId()).orElseThrow();
        boolean readInstead = delivery.openedAt() != null && !delivery.owesPaper();
        if (readInstead
                || delivery.endedAt() != null
                || delivery.fallback() != FallbackState.ORDERED
                || copies.isSealed(tx, delivery.id())) {
            boolean unused = orders.move(tx, order, PrintState.NOT_NEEDED, null, now);
            return Optional.empty();
        }
        if (delivery.isPaused()) {
            orders.lookAgain(tx, order, now.plus(WHILE_PAUSED));
            return Optional.empty();
        }
        if (!ReadingTime.isPaperInTime(now, delivery.actBy())) {
            refuse(tx, order, delivery, TOO_LATE);
            return Optional.empty();
        }
        return Optional.of(delivery);
    }

    /** Nothing if the letter cannot be put on paper whole. */
    private Optional<byte[]> pdf(Delivery delivery, AddressClient.Answer.Address address) {
        Holder sender = holders.holder(HolderName.organization(OrganizationNumber.of(delivery.sender())));
        return database.asWorker(tx -> {
            Message message = messages.require(tx, delivery.messageId());
            if (!attachments.of(tx, message.id(), sender).isEmpty()) {
                return Optional.empty();
            }
            Map<LetterPart, String> parts = content.read(tx, message.id(), sender);
            String body = Objects.requireNonNull(parts.get(LetterPart.BODY));
            return LetterPdf.of(
                    address.name(),
                    address.lines(),
                    delivery.sender(),
                    message.language(),
                    message.acceptedAt(),
                    Objects.requireNonNull(parts.get(LetterPart.TITLE)),
                    message.isMarkdown() ? Markdown.text(body) : body);
        });
    }

    private void handOver(PrintOrder order, byte[] letter) {
        letLeave(order).ifPresent(leaving -> {
            switch (printer.print(leaving.id(), letter)) {
                case AWAY -> postpone(leaving);
                case REFUSED -> refuse(leaving, NOT_POSSIBLE);
                case ACCEPTED -> taken(leaving);
            }
        });
    }

    /** Asked once more and committed, so that from here on nobody believes that nothing has left. */
    private Optional<PrintOrder> letLeave(PrintOrder order) {
        return database.asWorker(tx -> wanted(tx, order).flatMap(delivery -> {
            Instant now = clock.instant();
            if (!orders.move(tx, order, PrintState.LEAVING, now.plus(CLAIM), now)) {
                return Optional.empty();
            }
            record(tx, delivery, messages.require(tx, delivery.messageId()));
            return Optional.of(order.leaving());
        }));
    }

    private void taken(PrintOrder order) {
        database.asWorkerDo(tx -> {
            Instant now = clock.instant();
            Delivery delivery = deliveries.find(tx, order.deliveryId()).orElseThrow();
            if (orders.move(tx, order, PrintState.ACCEPTED, now.plus(config.followUp()), now)) {
                deliveries.printerAccepted(tx, delivery, order.id());
            }
        });
    }

    private void follow(PrintOrder order) {
        PrinterClient.Progress progress = printer.progress(order.id());
        database.asWorkerDo(tx -> {
            Instant now = clock.instant();
            Delivery delivery = deliveries.find(tx, order.deliveryId()).orElseThrow();
            Instant next = now.plus(config.followUp());
            switch (progress) {
                case RETURNED -> {
                    if (orders.move(tx, order, PrintState.RETURNED, null, now)) {
                        deliveries.prove(tx, delivery, Rung.PAPER_RETURNED, "printer", order.id());
                        deliveries.paperFailed(tx, delivery, "PAPER_RETURNED");
                    }
                }
                case REJECTED -> refuse(tx, order, delivery, NOT_POSSIBLE);
                case DISPATCHED -> dispatched(tx, order, delivery, now, next);
                case AT_WORK -> orders.lookAgain(tx, order, next);
                case AWAY -> orders.postpone(tx, order, next);
                case TESTED -> {
                    complain(order);
                    orders.postpone(tx, order, next);
                }
                case UNKNOWN -> {
                    if (hadTimeToComeBack(order, now)) {
                        dispatched(tx, order, delivery, now, next);
                    } else {
                        missing(tx, order, delivery, next);
                    }
                }
            }
        });
    }

    /** What the printer had taken it does not know any more, so nobody will ever hear that it was posted, or came back. */
    private void missing(Transaction tx, PrintOrder order, Delivery delivery, Instant next) {
        if (order.timesUnknown() + 1 < LOOKS_BEFORE_LOST) {
            orders.missed(tx, order, next);
        } else {
            refuse(tx, order, delivery, LOST);
        }
    }

    private void dispatched(Transaction tx, PrintOrder order, Delivery delivery, Instant now, Instant next) {
        if (order.dispatchedAt() == null) {
            if (orders.move(tx, order, PrintState.DISPATCHED, next, now)) {
                deliveries.prove(tx, delivery, Rung.PAPER_DISPATCHED, "printer", order.id());
            }
        } else if (!hadTimeToComeBack(order, now)) {
            orders.lookAgain(tx, order, next);
        } else if (orders.move(tx, order, PrintState.DONE, null, now)) {
            arrived(tx, delivery);
        }
    }

    /** From then on nothing more is expected of the printer. */
    private static boolean hadTimeToComeBack(PrintOrder order, Instant now) {
        Instant since = order.dispatchedAt();
        return since != null && !now.isBefore(since.plus(TIME_TO_COME_BACK));
    }

    /** A printer that takes a letter for a test cannot be believed, and has destroyed it: the order stays open for somebody to look. */
    private static void complain(PrintOrder order) {
        LOGGER.errorf("The printing house has treated a letter as a test: job=%s", order.id());
    }

    /** With somebody who says that it is not theirs it has not arrived. */
    private void arrived(Transaction tx, Delivery delivery) {
        if (copies.isSealed(tx, delivery.id())) {
            deliveries.paperFailed(tx, delivery, FallbackReason.NOT_MINE.name());
        } else {
            deliveries.paperArrived(tx, delivery);
        }
    }

    private void refuse(PrintOrder order, String why) {
        database.asWorkerDo(
                tx -> refuse(tx, order, deliveries.find(tx, order.deliveryId()).orElseThrow(), why));
    }

    /** The sender is told that it must reach the person itself; of the reasons it learns no more. */
    private void refuse(Transaction tx, PrintOrder order, Delivery delivery, String why) {
        if (orders.move(tx, order, PrintState.REFUSED, null, clock.instant())) {
            deliveries.paperFailed(tx, delivery, why);
        }
    }

    private void record(Transaction tx, Delivery delivery, Message message) {
        audit.record(
                tx,
                AuditEntry.bySystem("mailbox")
                        .did("letter-printed")
                        .to("delivery", delivery.id())
                        .of(delivery.alias())
                        .because(message.purpose().code())
                        .forController(delivery.sender()));
    }
}
