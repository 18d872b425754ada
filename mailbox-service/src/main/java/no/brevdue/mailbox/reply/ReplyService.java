package no.brevdue.mailbox.reply;

import no.brevdue.mailbox.access.AccessProblem;
import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.mailbox.copy.CopyProblem;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.inbox.InboxProblem;
import no.brevdue.mailbox.inbox.Letters;
import no.brevdue.mailbox.inbox.ReplyObstacle;
import no.brevdue.mailbox.recipient.AgreementProblem;
import no.brevdue.mailbox.recipient.Consents;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Accepts replies. What the person has decided is held first and the letter locked then, so a withdrawal or a recall is either
 * before a reply, and refuses it, or after it, and leaves it with the clinic.
 */
@ApplicationScoped
class ReplyService {

    /** More than a conversation, fewer than a flood. */
    private static final int PER_LETTER = 20;

    private static final Duration COME_BACK = Duration.ofMinutes(1);

    private final Database database;
    private final ReplyRepository replies;
    private final ReplyLedger ledger;
    private final ReplyText texts;
    private final Letters letters;
    private final Deliveries deliveries;
    private final HolderService holders;
    private final Consents consents;
    private final AccessService access;
    private final AuditTrail audit;
    private final Clock clock;

    ReplyService(
            Database database,
            ReplyRepository replies,
            ReplyLedger ledger,
            ReplyText texts,
            Letters letters,
            Deliveries deliveries,
            HolderService holders,
            Consents consents,
            AccessService access,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.replies = replies;
        this.ledger = ledger;
        this.texts = texts;
        this.letters = letters;
        this.deliveries = deliveries;
        this.holders = holders;
        this.consents = consents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores the reply durably, or answers with the one that the same request stored before. */
    ReplyView reply(Citizen citizen, @Nullable UUID onBehalfOf, UUID letter, String key, String text) {
        return access.in(citizen, onBehalfOf, mailbox -> reply(citizen, mailbox, letter, key, text));
    }

    private ReplyView reply(Citizen citizen, Mailbox mailbox, UUID letter, String key, String text) {
        Delivery seen = seen(letter);
        Holder person = person(seen);
        Holder clinic = holders.holder(HolderName.organization(OrganizationNumber.of(seen.sender())));
        return database.asCaller(tx -> {
            consents.hold(tx, mailbox.alias());
            Delivery delivery = letters.require(tx, citizen, mailbox, letter);
            Optional<Reply> earlier = replies.findByKey(tx, citizen.alias(), key);
            if (earlier.isPresent()) {
                return repeated(tx, earlier.get(), delivery, person, text);
            }
            requireAnswerable(tx, citizen, mailbox, delivery);
            DataKey dataKey = DataKey.fresh();
            UUID id = UUID.randomUUID();
            Reply reply = Reply.to(
                    delivery,
                    id,
                    citizen.alias(),
                    mailbox.access().role(),
                    key,
                    ReplyText.seal(dataKey, id, text),
                    now());
            if (!ledger.accepted(tx, reply)) {
                throw keyReused();
            }
            texts.wrap(tx, id, dataKey, List.of(person, clinic));
            record(tx, citizen, mailbox, "reply-accepted", "reply", id, delivery);
            return ReplyView.of(reply, text);
        });
    }

    List<ReplyView> ofLetter(Citizen citizen, @Nullable UUID onBehalfOf, UUID letter) {
        return access.in(citizen, onBehalfOf, mailbox -> ofLetter(citizen, mailbox, letter));
    }

    private List<ReplyView> ofLetter(Citizen citizen, Mailbox mailbox, UUID letter) {
        Holder person = person(seen(letter));
        return database.asCaller(tx -> {
            Delivery delivery = letters.require(tx, citizen, mailbox, letter);
            record(tx, citizen, mailbox, "replies-read", "delivery", delivery.id(), delivery);
            return replies.ofLetter(tx, delivery.id()).stream()
                    .map(reply -> ReplyView.of(reply, texts.read(tx, reply, person)))
                    .toList();
        });
    }

    private ReplyView repeated(Transaction tx, Reply first, Delivery letter, Holder person, String text) {
        if (!first.deliveryId().equals(letter.id())) {
            throw keyReused();
        }
        String before = texts.read(tx, first, person);
        if (!before.equals(text)) {
            throw keyReused();
        }
        return ReplyView.of(first, before);
    }

    private void requireAnswerable(Transaction tx, Citizen citizen, Mailbox mailbox, Delivery letter) {
        ReplyObstacle obstacle = letters.obstacle(tx, citizen, mailbox, letter.id());
        if (obstacle != null) {
            throw refusal(obstacle, letter);
        }
        if (replies.ofLetter(tx, letter.id()).size() >= PER_LETTER) {
            throw ReplyProblem.TOO_MANY.because("This letter has been answered " + PER_LETTER + " times.");
        }
    }

    private static ProblemException refusal(ReplyObstacle obstacle, Delivery letter) {
        return switch (obstacle) {
            case SENDER_TAKES_NO_REPLIES -> ReplyProblem.NOT_TAKEN.because("This letter takes no answer.");
            case TAKEN_BACK -> ReplyProblem.TAKEN_BACK.because("This letter does not hold any more.");
            case DELETED -> CopyProblem.DELETED.because("Restore the letter before you answer it.");
            case MAY_READ_ONLY -> AccessProblem.MAY_NOT_ACT.because("You may read this letter and not answer it.");
            case ACCEPT_TERMS -> InboxProblem.TERMS_NOT_ACCEPTED.because("Accept the terms in force first.");
            case NOT_OPENED -> InboxProblem.NOT_OPENED.because("Open the letter before answering it.");
            case AGREEMENT_IN_DOUBT ->
                AgreementProblem.IN_DOUBT
                        .because("Whether there is an agreement is not known for certain now.")
                        .retryAfter(COME_BACK);
            case AGREEMENT_NEEDED ->
                AgreementProblem.CONTACT_MISSING.because(
                        "Ask for the agreement: feature=contact, controller=" + letter.sender() + ".");
            case LOG_IN_AT_LEVEL_HIGH -> throw new IllegalStateException("The caller is not at level high.");
        };
    }

    private static ProblemException keyReused() {
        return ReplyProblem.KEY_REUSED.because("This key belongs to another reply of yours.");
    }

    private Delivery seen(UUID letter) {
        Delivery seen = database.asCaller(tx -> deliveries.require(tx, letter));
        if (seen.alias() == null) {
            throw DeliveryProblem.NOT_FOUND.because("No letter " + letter + " in this mailbox.");
        }
        return seen;
    }

    private Holder person(Delivery letter) {
        return holders.holder(HolderName.person(Objects.requireNonNull(letter.alias())));
    }

    /** What is answered now and what is read back later must be the same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(
            Transaction tx,
            Citizen citizen,
            Mailbox mailbox,
            String action,
            String type,
            UUID object,
            Delivery letter) {
        audit.record(
                tx,
                AuditEntry.by(citizen)
                        .did(action)
                        .to(type, object)
                        .of(letter.alias())
                        .because(mailbox.purpose())
                        .forController(letter.sender()));
    }
}
