package no.brevdue.platform.operations;

import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.outbox.RepublishProgress;
import no.brevdue.platform.outbox.Republisher;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Having the current facts told again. */
@ApplicationScoped
class RepublishService {

    private final Database database;
    private final Republisher republisher;
    private final AuditTrail audit;

    RepublishService(Database database, Republisher republisher, AuditTrail audit) {
        this.database = database;
        this.republisher = republisher;
        this.audit = audit;
    }

    UUID start(Caller operator) {
        return database.asWorker(tx -> {
            UUID run = republisher.start(tx);
            audit.record(
                    tx,
                    AuditEntry.by(operator)
                            .did("facts-republished")
                            .to("republish", run)
                            .because("operations"));
            return run;
        });
    }

    RepublishProgress progress(UUID run) {
        return database.asWorker(tx -> republisher.progress(tx, run));
    }
}
