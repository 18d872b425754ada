package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.ledger.ConsentService.Asked;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Consents that have run out become events of the ledger. */
@ApplicationScoped
class ExpiryService {

    private static final String CONSENT = "consent";

    private final Database database;
    private final ConsentRepository consents;
    private final ConsentLedger ledger;
    private final Decisions decisions;
    private final AuditTrail audit;
    private final Clock clock;

    ExpiryService(
            Database database,
            ConsentRepository consents,
            ConsentLedger ledger,
            Decisions decisions,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.consents = consents;
        this.ledger = ledger;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns how many were looked at. Aliases are locked in their order, as everywhere. */
    int expire(int limit) {
        return database.asWorker(tx -> {
            List<Consent> over = consents.expired(tx, clock.instant(), limit);
            over.stream()
                    .sorted(Comparator.comparing(Consent::alias, Decisions.ORDER))
                    .forEach(consent -> expire(tx, consent));
            return over.size();
        });
    }

    /** Read again under the lock: the person may have renewed or withdrawn it meanwhile. */
    private void expire(Transaction tx, Consent seen) {
        decisions.lock(tx, seen.alias());
        Optional<Consent> current =
                consents.byId(tx, seen.consentId()).filter(consent -> consent.version() == seen.version());
        current.ifPresent(consent -> {
            LedgerEntry last = consents.ledger(tx, consent.consentId()).getLast();
            Consent after = ledger.append(
                    tx,
                    consent.alias(),
                    current,
                    new Asked(consent.controller(), consent.purpose()),
                    EventType.EXPIRED,
                    last.endedBy(CONSENT, "none, the time is over"));
            audit.record(
                    tx,
                    AuditEntry.bySystem(CONSENT)
                            .did("consent-expired")
                            .to(CONSENT, after.consentId())
                            .of(after.alias())
                            .because("own-use"));
        });
    }
}
