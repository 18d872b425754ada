package no.brevdue.mailbox.refusal;

import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Records that somebody asked for another's letter. The worker role looks, since to the caller's the letter does not exist. */
@ApplicationScoped
class RefusalService {

    private final Database database;
    private final ForeignLetterRepository letters;
    private final AliasLinks links;
    private final AuditTrail audit;

    RefusalService(Database database, ForeignLetterRepository letters, AliasLinks links, AuditTrail audit) {
        this.database = database;
        this.letters = letters;
        this.links = links;
        this.audit = audit;
    }

    void recordIfForeign(Caller caller, UUID id) {
        if (caller instanceof Caller.HealthWorker && database.asCaller(tx -> letters.isVisible(tx, id))) {
            return;
        }
        database.asWorkerDo(tx -> letters.find(tx, id, aliases(tx, caller), organization(caller))
                .ifPresent(letter -> audit.record(
                        tx,
                        AuditEntry.by(caller)
                                .did("letter-sought")
                                .to("letter", id)
                                .of(letter.subject())
                                .because("not-stated")
                                .forController(letter.sender())
                                .refused())));
    }

    private List<UUID> aliases(Transaction tx, Caller caller) {
        return caller instanceof Caller.Citizen citizen ? links.aliasesOfSamePerson(tx, citizen.alias()) : List.of();
    }

    private static String organization(Caller caller) {
        return caller instanceof Caller.ClientSystem system ? system.consumer().value() : "";
    }
}
