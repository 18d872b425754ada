package no.brevdue.consent.restriction;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.restriction.RestrictionRepository.Row;
import no.brevdue.contracts.consent.v1.AccessRestricted;
import no.brevdue.contracts.consent.v1.AccessRestrictionLifted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Denying access, and taking it back. No controller stands in the record of it: whoever is denied does not learn it there. */
@ApplicationScoped
class RestrictionService {

    private final Database database;
    private final RestrictionRepository restrictions;
    private final Decisions decisions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    RestrictionService(
            Database database,
            RestrictionRepository restrictions,
            Decisions decisions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.restrictions = restrictions;
        this.decisions = decisions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<Restriction> ofCaller() {
        return database.asCaller(
                tx -> restrictions.ofCaller(tx).stream().map(Row::shown).toList());
    }

    /** Denying again who is denied already is found, and stores and tells nothing. */
    Restriction deny(Citizen citizen, DeniedKind kind, String target) {
        return database.asCaller(tx -> {
            decisions.lock(tx, citizen.alias());
            Optional<Row> same = restrictions.ofCaller(tx).stream()
                    .filter(row -> row.kind() == kind && row.target().equals(target))
                    .findFirst();
            return same.orElseGet(() -> denyNow(tx, citizen, kind, target)).shown();
        });
    }

    void lift(Citizen citizen, UUID id) {
        database.asCallerDo(tx -> {
            Row row = restrictions
                    .inForce(tx, id)
                    .orElseThrow(
                            () -> RestrictionProblem.RESTRICTION_NOT_FOUND.because("No such restriction of yours."));
            long number = decisions.next(tx, row.alias());
            restrictions.lift(tx, id, clock.instant());
            outbox.publish(tx, new AccessRestrictionLifted(row.alias(), number, row.kind(), row.target()));
            record(tx, citizen, "access-restriction-lifted", row);
        });
    }

    private Row denyNow(Transaction tx, Citizen citizen, DeniedKind kind, String target) {
        Row row = new Row(UUID.randomUUID(), citizen.alias(), kind, target, clock.instant());
        long number = decisions.next(tx, row.alias());
        restrictions.add(tx, row);
        outbox.publish(tx, new AccessRestricted(row.alias(), number, kind, target));
        record(tx, citizen, "access-restricted", row);
        return row;
    }

    private void record(Transaction tx, Citizen citizen, String action, Row row) {
        audit.record(
                tx,
                AuditEntry.by(citizen)
                        .did(action)
                        .to("restriction", row.restrictionId())
                        .of(row.alias())
                        .because("own-use"));
    }
}
