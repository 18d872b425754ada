package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.consent.ledger.ConsentService.Asked;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Withdraws the newsletter of whoever has the id of that consent, which stands in their mails alone, and nothing else. */
@ApplicationScoped
public class OneClickService {

    static final String ENTITY = "one-click";

    private final Database database;
    private final ConsentRepository consents;
    private final ConsentLedger ledger;
    private final Decisions decisions;
    private final AuditTrail audit;
    private final Clock clock;

    OneClickService(
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

    /** What does not hold any more is left as it is. */
    public void stop(UUID consentId) {
        database.asWorkerDo(tx -> consents.byId(tx, consentId)
                .filter(consent -> consent.purpose().equals(ConsentPurpose.NEWSLETTER.code()))
                .ifPresent(consent -> withdraw(tx, consent)));
    }

    private void withdraw(Transaction tx, Consent named) {
        List<UUID> aliases = decisions.aliases(tx, named.alias());
        decisions.lock(tx, aliases);
        consents.about(tx, aliases, named.controller(), named.purpose()).stream()
                .filter(consent -> consent.holds(clock.instant()))
                .forEach(consent -> {
                    LedgerEntry last = consents.ledger(tx, consent.consentId()).getLast();
                    Consent after = ledger.append(
                            tx,
                            consent.alias(),
                            Optional.of(consent),
                            new Asked(consent.controller(), consent.purpose()),
                            EventType.WITHDRAWN,
                            last.endedBy(ENTITY, "one click in a mail (RFC 8058)"));
                    audit.record(
                            tx,
                            AuditEntry.bySystem("consent")
                                    .did("consent-withdrawn")
                                    .to("consent", after.consentId())
                                    .of(after.alias())
                                    .because(ENTITY));
                });
    }
}
