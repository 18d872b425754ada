package no.brevdue.consent.agreement;

import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.OrganizationNumber;

import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Storing an agreement, and showing it to whom it binds. */
@ApplicationScoped
class AgreementService {

    private final Database database;
    private final AgreementRepository agreements;
    private final AuditTrail audit;
    private final Clock clock;

    AgreementService(Database database, AgreementRepository agreements, AuditTrail audit, Clock clock) {
        this.database = database;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    List<ProcessorAgreement> own(OrganizationNumber clinic) {
        return database.asCaller(tx -> agreements.of(tx, clinic.value()));
    }

    /** The same text again is found and not stored. */
    ProcessorAgreement store(Caller operator, OrganizationNumber controller, String text) {
        return database.asWorker(tx -> {
            agreements.lock(tx, controller.value());
            List<ProcessorAgreement> before = agreements.of(tx, controller.value());
            if (!before.isEmpty() && before.getFirst().text().equals(text)) {
                return before.getFirst();
            }
            ProcessorAgreement stored = agreements.add(tx, controller.value(), text, clock.instant());
            audit.record(
                    tx,
                    AuditEntry.by(operator)
                            .did("processor-agreement-stored")
                            .to("processor-agreement", controller.value() + "/" + stored.version())
                            .because("accountability")
                            .forController(controller.value()));
            return stored;
        });
    }
}
