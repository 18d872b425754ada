package no.brevdue.consent.acceptance;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.person.CurrentLogin;
import no.brevdue.consent.person.Subject;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.consent.terms.TermsService;
import no.brevdue.consent.terms.TermsStanding;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Accepting the terms. */
@ApplicationScoped
class AcceptanceService {

    private final Database database;
    private final TermsService terms;
    private final AcceptanceRepository acceptances;
    private final Decisions decisions;
    private final SubjectService subjects;
    private final CurrentLogin login;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AcceptanceService(
            Database database,
            TermsService terms,
            AcceptanceRepository acceptances,
            Decisions decisions,
            SubjectService subjects,
            CurrentLogin login,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.terms = terms;
        this.acceptances = acceptances;
        this.decisions = decisions;
        this.subjects = subjects;
        this.login = login;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    PersonTerms terms(Subject subject) {
        return database.asCaller(tx -> terms(tx, subject));
    }

    /** Where the person stands with the terms. */
    private PersonTerms terms(Transaction tx, Subject subject) {
        List<Acceptance> accepted = acceptances.of(tx, subject.aliases());
        return new PersonTerms(terms.ofUse(tx), terms.standing(tx, versions(accepted)), accepted);
    }

    /** Accepting again is the first acceptance, found again: nothing is stored or told twice. */
    Accepted accept(Subject subject, String termsId, long version, String language, boolean givesUpRights) {
        subjects.requireMayAgree(subject);
        return database.asCaller(tx -> {
            TermsVersion current = requireCurrent(tx, termsId, version);
            decisions.lock(tx, subject.aliases());
            PersonTerms before = terms(tx, subject);
            if (before.standing().mayAccept() != null && !givesUpRights) {
                throw AcceptanceProblem.EXPLICIT_CONSENT_NEEDED.because(
                        "This version takes rights away. Say so, and send givesUpRights: true if it is accepted.");
            }
            Optional<Acceptance> earlier = before.acceptanceOfCurrent();
            return earlier.map(acceptance -> new Accepted(acceptance, false))
                    .orElseGet(() -> new Accepted(acceptNow(tx, subject, current, language), true));
        });
    }

    private static List<Long> versions(List<Acceptance> accepted) {
        return accepted.stream().map(Acceptance::termsVersion).toList();
    }

    private TermsVersion requireCurrent(Transaction tx, String termsId, long version) {
        TermsVersion current = terms.ofUse(tx);
        if (!current.termsId().equals(termsId) || current.version() != version) {
            throw AcceptanceProblem.TERMS_NOT_CURRENT.because(
                    "Version %d of %s applies now.".formatted(current.version(), current.termsId()));
        }
        return current;
    }

    private Acceptance acceptNow(Transaction tx, Subject subject, TermsVersion current, String language) {
        long number = decisions.next(tx, subject.alias());
        Acceptance acceptance = acceptances.add(tx, subject, login.at(), current, language, number, clock.instant());
        outbox.publish(tx, acceptance.fact());
        audit.record(
                tx,
                AuditEntry.by(subject.actor())
                        .did("terms-accepted")
                        .to("terms", current.termsId() + "/" + current.version())
                        .of(subject.alias())
                        .because(subject.purpose()));
        return acceptance;
    }

    /** An acceptance, and whether it was made just now. */
    record Accepted(Acceptance acceptance, boolean now) {}

    /** Where a person stands with the terms. */
    record PersonTerms(TermsVersion current, TermsStanding standing, List<Acceptance> accepted) {

        Optional<Acceptance> acceptanceOfCurrent() {
            return accepted.stream()
                    .filter(one -> one.termsId().equals(current.termsId()) && one.termsVersion() == current.version())
                    .findFirst();
        }
    }
}
