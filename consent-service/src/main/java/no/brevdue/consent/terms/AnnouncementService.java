package no.brevdue.consent.terms;

import no.brevdue.consent.change.ChangeNotices;
import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

/** Announcing a new version of a document while the service runs: the next number, never an earlier time than now. */
@ApplicationScoped
class AnnouncementService {

    /** Nothing else can be announced before it applies. */
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Database database;
    private final TermsRepository terms;
    private final ChangeNotices notices;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AnnouncementService(
            Database database,
            TermsRepository terms,
            ChangeNotices notices,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.terms = terms;
        this.notices = notices;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Announcing the same text again is found, and stores and tells nothing. */
    TermsVersion announce(
            Caller operator, String document, Instant effectiveAt, TermsChange change, Map<String, String> texts) {
        String sha256 = TermsFiles.sha256(texts);
        if (effectiveAt.isAfter(clock.instant().plus(A_YEAR))) {
            throw TermsProblem.EFFECTIVE_TOO_LATE.because("A version applies within a year of its announcement.");
        }
        return database.asWorker(tx -> {
            terms.lock(tx, document);
            List<TermsVersion> before = terms.of(tx, document);
            if (before.isEmpty()) {
                throw TermsProblem.TERMS_NOT_FOUND.because("There is no such document.");
            }
            TermsVersion last = before.getLast();
            if (last.sha256().equals(sha256)) {
                return last;
            }
            Instant notBefore = last.effectiveAt().isAfter(clock.instant()) ? last.effectiveAt() : clock.instant();
            TermsVersion next = new TermsVersion(
                    document,
                    last.version() + 1,
                    effectiveAt.isBefore(notBefore) ? notBefore : effectiveAt,
                    sha256,
                    change);
            boolean unused = terms.add(tx, next);
            texts.forEach((language, text) -> terms.add(tx, new TermsText(next, language, text)));
            outbox.publish(tx, TermsPublicationJob.fact(next));
            notices.published(tx, document, next.version(), change);
            audit.record(
                    tx,
                    AuditEntry.by(operator)
                            .did("terms-announced")
                            .to("terms", document + "/" + next.version())
                            .because("accountability"));
            return next;
        });
    }
}
