package no.brevdue.mailbox.preflight;

import no.brevdue.mailbox.deadline.ReadingTime;
import no.brevdue.mailbox.message.MessageProblem;
import no.brevdue.mailbox.message.PaperCheck;
import no.brevdue.mailbox.message.Purpose;
import no.brevdue.mailbox.preflight.PreflightResource.PreflightAnswer;
import no.brevdue.mailbox.preflight.PreflightResource.PreflightRequest;
import no.brevdue.mailbox.recipient.ConsentStanding;
import no.brevdue.mailbox.recipient.Consents;
import no.brevdue.mailbox.recipient.Consents.Pair;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.mailbox.recipient.TermsGate;
import no.brevdue.mailbox.routing.NameCheck;
import no.brevdue.mailbox.routing.Routing;
import no.brevdue.mailbox.routing.RoutingFacts;
import no.brevdue.mailbox.routing.ScanState;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Routes a letter that is not there. The question is paid for and recorded before anything is looked up, and the same
 * function decides that decides of letters.
 */
@ApplicationScoped
class PreflightService {

    private final Database database;
    private final PreflightBudget budget;
    private final PreflightConfig config;
    private final PaperCheck paper;
    private final Recipients recipients;
    private final Consents consents;
    private final TermsGate terms;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final AuditTrail audit;
    private final Clock clock;

    PreflightService(
            Database database,
            PreflightBudget budget,
            PreflightConfig config,
            PaperCheck paper,
            Recipients recipients,
            Consents consents,
            TermsGate terms,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.budget = budget;
        this.config = config;
        this.paper = paper;
        this.recipients = recipients;
        this.consents = consents;
        this.terms = terms;
        this.numbers = numbers;
        this.aliases = aliases;
        this.audit = audit;
        this.clock = clock;
    }

    PreflightAnswer ask(ClientSystem sender, PreflightRequest request) {
        NationalIdentityNumber number = numbers.parse(request.recipient().nationalIdentityNumber());
        UUID alias = aliases.alias(number);
        Instant now = clock.instant();
        if (!ReadingTime.isThinkable(request.notBefore(), now) || !ReadingTime.isThinkable(request.actBy(), now)) {
            throw MessageProblem.TIMES_IMPOSSIBLE.because("notBefore and actBy must be within two years.");
        }
        paper.require(request.fallback(), request.attachments(), request.title(), request.body());
        database.asCallerDo(tx -> {
            spend(tx, sender, now);
            audit.record(
                    tx,
                    AuditEntry.by(sender)
                            .did("preflight-asked")
                            .to("preflight", UUID.randomUUID())
                            .of(alias)
                            .because(request.purpose().code())
                            .forController(sender.consumer().value()));
        });
        Instant earliest = request.notBefore() == null || request.notBefore().isBefore(now) ? now : request.notBefore();
        Instant readBefore = ReadingTime.readBefore(earliest, request.actBy(), request.fallback());
        return database.asWorker(tx -> {
            Pair pair = new Pair(alias, sender.consumer().value(), false);
            ConsentStanding consent =
                    Objects.requireNonNull(consents.standings(tx, List.of(pair)).get(pair));
            Preflight preflight = isSomebodyElse(number, request)
                    ? Preflight.MISMATCH
                    : Preflight.of(
                            Routing.decide(facts(tx, alias, consent, request, now, readBefore), now),
                            consent == ConsentStanding.UNANSWERED,
                            earliest.isAfter(now));
            return new PreflightAnswer(
                    preflight.outcome(),
                    preflight.reason(),
                    recipients.factsAsOf(tx).orElse(null),
                    readBefore,
                    ReadingTime.isPaperInTime(readBefore, request.actBy()),
                    request.body() == null ? null : Readability.of(request.body(), request.actBy() != null));
        });
    }

    /** Held against the number alone: against what is known of the person it would tell that they are known. */
    private static boolean isSomebodyElse(NationalIdentityNumber number, PreflightRequest request) {
        LocalDate birthDate = request.recipient().birthDate();
        return birthDate != null && !number.allowsBirthOn(birthDate);
    }

    private void spend(Transaction tx, ClientSystem sender, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (budget.spend(tx, sender.consumer().value(), hour) > config.perHour()) {
            throw PreflightProblem.BUDGET_SPENT
                    .because("No more pre-flights in this hour.")
                    .retryAfter(Duration.between(now, hour.plus(1, ChronoUnit.HOURS)));
        }
    }

    private RoutingFacts facts(
            Transaction tx,
            UUID alias,
            ConsentStanding consent,
            PreflightRequest request,
            Instant now,
            Instant readBefore) {
        Standing standing =
                Objects.requireNonNull(recipients.standings(tx, List.of(alias)).get(alias));
        return new RoutingFacts(
                false,
                standing,
                consent,
                terms.accepted(tx, List.of(alias)).contains(alias),
                request.important() || request.purpose() == Purpose.DECISION,
                recipients.representatives(tx, List.of(standing), NorwegianDay.of(now)),
                request.parentVisibility(),
                ScanState.CLEAN,
                now,
                request.notBefore(),
                readBefore,
                null,
                NameCheck.NOT_ASKED);
    }
}
