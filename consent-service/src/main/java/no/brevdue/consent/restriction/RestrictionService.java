package no.brevdue.consent.restriction;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.person.Subject;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.consent.restriction.Denials.Denial;
import no.brevdue.contracts.consent.v1.AccessRestricted;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Denying access, and taking it back. No controller stands in the record of it: whoever is denied does not learn it there. */
@ApplicationScoped
class RestrictionService {

    private final Database database;
    private final RestrictionRepository restrictions;
    private final Decisions decisions;
    private final SubjectService subjects;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    RestrictionService(
            Database database,
            RestrictionRepository restrictions,
            Decisions decisions,
            SubjectService subjects,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.restrictions = restrictions;
        this.decisions = decisions;
        this.subjects = subjects;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<Restriction> of(Subject subject) {
        return database.asCaller(tx -> restrictions.inForce(tx, subject.aliases()).inForce().stream()
                .map(Denial::shown)
                .toList());
    }

    /** Denying again who is denied already is found, and stores and tells nothing. */
    Restriction deny(Subject subject, DeniedKind kind, String target) {
        return database.asCaller(tx -> {
            decisions.lock(tx, subject.aliases());
            return restrictions
                    .inForce(tx, subject.aliases())
                    .about(kind, target)
                    .orElseGet(() -> denyNow(tx, subject, kind, target))
                    .shown();
        });
    }

    /** Denying is open to everybody; letting somebody in again is for those who may consent. */
    Restriction lift(Subject subject, UUID id) {
        subjects.requireMayAgree(subject);
        return database.asCaller(tx -> {
            decisions.lock(tx, subject.aliases());
            Denial row = restrictions
                    .inForce(tx, subject.aliases())
                    .byId(id)
                    .orElseThrow(
                            () -> RestrictionProblem.RESTRICTION_NOT_FOUND.because("No such restriction of yours."));
            long number = decisions.next(tx, row.alias());
            restrictions.lift(tx, id, clock.instant());
            outbox.publish(tx, new AccessRestrictionLifted(row.alias(), number, row.kind(), row.target()));
            record(tx, subject, "access-restriction-lifted", row);
            return row.shown();
        });
    }

    private Denial denyNow(Transaction tx, Subject subject, DeniedKind kind, String target) {
        Denial row = new Denial(UUID.randomUUID(), subject.alias(), kind, target, clock.instant());
        long number = decisions.next(tx, row.alias());
        restrictions.add(tx, row);
        outbox.publish(tx, new AccessRestricted(row.alias(), number, kind, target));
        record(tx, subject, "access-restricted", row);
        return row;
    }

    private void record(Transaction tx, Subject subject, String action, Denial row) {
        audit.record(
                tx,
                AuditEntry.by(subject.actor())
                        .did(action)
                        .to("restriction", row.restrictionId())
                        .of(row.alias())
                        .because(subject.purpose()));
    }
}
