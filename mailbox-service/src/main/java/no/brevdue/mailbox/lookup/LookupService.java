package no.brevdue.mailbox.lookup;

import no.brevdue.mailbox.lookup.LookupRepository.Wanted;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.MessageStatus;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows senders their letters; each letter that is shown is on record with its person. */
@ApplicationScoped
class LookupService {

    private static final String PURPOSE = "delivery-follow-up";
    private static final int PAGE = 50;
    private static final int MOST_UNNAMED = 1_000;
    private static final Duration LONGEST_PERIOD = Duration.ofDays(31);

    private final Database database;
    private final LookupRepository lookup;
    private final Messages messages;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final AliasLinks links;
    private final AuditTrail audit;

    LookupService(
            Database database,
            LookupRepository lookup,
            Messages messages,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            AliasLinks links,
            AuditTrail audit) {
        this.database = database;
        this.lookup = lookup;
        this.messages = messages;
        this.numbers = numbers;
        this.aliases = aliases;
        this.links = links;
        this.audit = audit;
    }

    SearchPage search(ClientSystem sender, SearchRequest request) {
        Place after = Place.parse(request.cursor());
        int limit = request.limit() == null ? PAGE : request.limit();
        requireThinkable(request.acceptedFrom());
        requireThinkable(request.acceptedBefore());
        return database.asCaller(tx -> {
            Wanted wanted = new Wanted(
                    sender.consumer().value(),
                    request.reference(),
                    aliases(tx, request),
                    request.state(),
                    request.acceptedFrom(),
                    request.acceptedBefore());
            List<UUID> ids = lookup.search(tx, wanted, after, limit + 1);
            List<Message> shown = messages.all(tx, ids.subList(0, Math.min(limit, ids.size())));
            record(tx, sender, shown);
            return new SearchPage(
                    messages.statuses(tx, shown),
                    ids.size() > limit
                            ? new Place(
                                            shown.getLast().acceptedAt(),
                                            shown.getLast().id())
                                    .text()
                            : null);
        });
    }

    Reconciled reconcile(ClientSystem sender, ReconciliationRequest request) {
        requireThinkable(request.from());
        requireThinkable(request.before());
        if (!request.from().isBefore(request.before())
                || request.before().isAfter(request.from().plus(LONGEST_PERIOD))) {
            throw LookupProblem.SEARCH_PERIOD_IMPOSSIBLE.because("The period is empty or too long.");
        }
        String organization = sender.consumer().value();
        Set<String> named = new HashSet<>(request.references());
        return database.asCaller(tx -> {
            List<Message> found = messages.all(tx, lookup.byReference(tx, organization, named));
            record(tx, sender, found);
            List<MessageStatus> statuses = messages.statuses(tx, found);
            Set<String> here =
                    new HashSet<>(found.stream().map(Message::reference).toList());
            List<String> missing =
                    named.stream().filter(one -> !here.contains(one)).sorted().toList();
            List<String> unnamed =
                    lookup.others(tx, organization, request.from(), request.before(), named, MOST_UNNAMED);
            return new Reconciled(
                    new Reconciled.Totals(
                            named.size(),
                            missing.size(),
                            found.size(),
                            statuses.stream().filter(MessageStatus::complete).count(),
                            lookup.accepted(tx, organization, request.from(), request.before()),
                            lookup.countOthers(tx, organization, request.from(), request.before(), named)),
                    missing,
                    statuses,
                    unnamed);
        });
    }

    private static void requireThinkable(@Nullable Instant time) {
        if (time != null && !Place.isThinkable(time)) {
            throw LookupProblem.SEARCH_PERIOD_IMPOSSIBLE.because("No letter can have been accepted then.");
        }
    }

    private List<UUID> aliases(Transaction tx, SearchRequest request) {
        return request.nationalIdentityNumber() == null
                ? List.of()
                : links.aliasesOfSamePerson(tx, aliases.alias(numbers.parse(request.nationalIdentityNumber())));
    }

    private void record(Transaction tx, ClientSystem sender, List<Message> shown) {
        audit.recordAll(
                tx,
                shown.stream()
                        .map(message -> AuditEntry.by(sender)
                                .did("delivery-state-read")
                                .to("message", message.id())
                                .of(message.subject())
                                .because(PURPOSE)
                                .forController(message.sender()))
                        .toList());
    }
}
