package no.brevdue.audit.log;

import no.brevdue.audit.entry.CanonicalForm;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives operators the leaves for {@link LogVerifier}. Contents are written from the stored columns, so a changed one shows. */
@ApplicationScoped
class LogExportService {

    private final Database database;
    private final LogRepository log;
    private final AuditTrail trail;

    LogExportService(Database database, LogRepository log, AuditTrail trail) {
        this.database = database;
        this.log = log;
        this.trail = trail;
    }

    /** The export is an access like any other, so each page of it adds an entry to the log. */
    List<Leaf> leaves(Caller operator, long from, int limit) {
        return database.asWorker(tx -> {
            trail.record(
                    tx,
                    AuditEntry.by(operator)
                            .did("log-exported")
                            .to("log", "leaves-from-" + from)
                            .because("verification"));
            return log.entries(tx, from, limit).stream()
                    .map(stored -> new Leaf(stored.index(), stored.hash(), CanonicalForm.of(stored.entry())))
                    .toList();
        });
    }
}
