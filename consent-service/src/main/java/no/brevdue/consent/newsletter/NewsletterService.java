package no.brevdue.consent.newsletter;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.ledger.ConsentView;
import no.brevdue.consent.ledger.Consents;
import no.brevdue.consent.person.Subject;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Wanting the newsletter, and saying so a second time. */
@ApplicationScoped
class NewsletterService {

    private static final Duration TIME_TO_CONFIRM = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int MOST_CODES = 5;

    private final Database database;
    private final NewsletterRepository requests;
    private final Consents consents;
    private final SubjectService subjects;
    private final Decisions decisions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    NewsletterService(
            Database database,
            NewsletterRepository requests,
            Consents consents,
            SubjectService subjects,
            Decisions decisions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.requests = requests;
        this.consents = consents;
        this.subjects = subjects;
        this.decisions = decisions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A code is on its way, and the codes before it are over. Returns until when it can be used. */
    Instant want(Subject subject, long noticeVersion, String language) {
        subjects.requireMayConsent(subject);
        return database.asCaller(tx -> {
            Instant now = clock.instant();
            consents.requireNewsletterNotice(tx, noticeVersion);
            List<UUID> aliases = locked(tx, subject);
            if (requests.since(tx, aliases, now.minus(AN_HOUR)) >= MOST_CODES) {
                throw NewsletterProblem.TOO_MANY_NEWSLETTER_CODES
                        .because("Five codes were mailed within an hour.")
                        .retryAfter(AN_HOUR);
            }
            requests.end(tx, aliases, now);
            NewsletterRequest request = new NewsletterRequest(
                    UUID.randomUUID(), subject.alias(), noticeVersion, language, now.plus(TIME_TO_CONFIRM), 0);
            requests.add(tx, request, now);
            outbox.publish(tx, request.fact());
            audit.record(
                    tx,
                    AuditEntry.by(subject.actor())
                            .did("newsletter-requested")
                            .to("newsletter", "request")
                            .of(subject.alias())
                            .because(subject.purpose()));
            return request.expiresAt();
        });
    }

    /** A wrong code is counted, and is therefore an answer of the transaction and no failure of it. */
    ConsentView confirm(Subject subject, String code) {
        subjects.requireMayConsent(subject);
        Optional<ConsentView> confirmed = database.asCaller(tx -> {
            List<UUID> aliases = locked(tx, subject);
            NewsletterRequest open = requests.open(tx, aliases)
                    .filter(request -> request.isOpen(clock.instant()))
                    .orElseThrow(() -> NewsletterProblem.NOTHING_TO_CONFIRM.because("No code is waiting."));
            if (!open.isConfirmedBy(code)) {
                requests.failed(tx, open.requestId());
                audit.record(
                        tx,
                        AuditEntry.by(subject.actor())
                                .did("newsletter-confirmed")
                                .to("newsletter", "request")
                                .of(subject.alias())
                                .because(subject.purpose())
                                .refused());
                return Optional.empty();
            }
            requests.end(tx, aliases, clock.instant());
            return Optional.of(consents.grantNewsletter(tx, subject, open.noticeVersion(), open.language()));
        });
        return confirmed.orElseThrow(
                () -> NewsletterProblem.WRONG_NEWSLETTER_CODE.because("The mail has another code."));
    }

    /** Requests that nobody can confirm, and that do not count among the codes of an hour any more. */
    void forget() {
        int unused = database.asWorker(tx -> requests.forget(tx, clock.instant()));
    }

    private List<UUID> locked(Transaction tx, Subject subject) {
        List<UUID> aliases = decisions.aliases(tx, subject.alias());
        decisions.lock(tx, aliases);
        return aliases;
    }
}
