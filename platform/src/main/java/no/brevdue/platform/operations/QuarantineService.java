package no.brevdue.platform.operations;

import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.QuarantinedRecord;
import no.brevdue.platform.event.QuarantinedRecords;
import no.brevdue.platform.problem.ProblemException;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Looking into quarantine and emptying it. What an operator tries is on record even where it fails. */
@ApplicationScoped
class QuarantineService {

    private final Database database;
    private final QuarantinedRecords records;
    private final AuditTrail audit;

    QuarantineService(Database database, QuarantinedRecords records, AuditTrail audit) {
        this.database = database;
        this.records = records;
        this.audit = audit;
    }

    List<QuarantinedRecord> open(Caller operator, int limit) {
        return database.asWorker(tx -> {
            audit.record(tx, entry(operator, "quarantine-listed", "open"));
            return records.open(tx, limit);
        });
    }

    /** How many records were applied. */
    int retry(Caller operator, UUID id) {
        AuditEntry entry = entry(operator, "quarantined-record-retried", id);
        try {
            return database.asWorker(tx -> {
                audit.record(tx, entry);
                return records.replay(tx, id);
            });
        } catch (ProblemException problem) {
            database.asWorkerDo(tx -> audit.record(tx, entry.refused()));
            throw problem;
        }
    }

    void discard(Caller operator, UUID id) {
        database.asWorkerDo(tx -> {
            audit.record(tx, entry(operator, "quarantined-record-discarded", id));
            records.discard(tx, id);
        });
    }

    private static AuditEntry entry(Caller operator, String action, Object record) {
        return AuditEntry.by(operator).did(action).to("quarantine", record).because("operations");
    }
}
