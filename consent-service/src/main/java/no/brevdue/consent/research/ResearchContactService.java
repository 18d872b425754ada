package no.brevdue.consent.research;

import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** Saying whether one may be contacted; the latest word counts, and all are kept. */
@ApplicationScoped
class ResearchContactService {

    private final ResearchContactRepository contacts;
    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    ResearchContactService(ResearchContactRepository contacts, Database database, AuditTrail audit, Clock clock) {
        this.contacts = contacts;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    ResearchContact ofCaller() {
        return database.asCaller(contacts::latest);
    }

    /** Saying again what stands already stores nothing. */
    ResearchContact say(Citizen citizen, boolean allowed) {
        return database.asCaller(tx -> {
            ResearchContact before = contacts.latest(tx);
            if (before.decidedAt() == null || before.mayBeContacted() != allowed) {
                contacts.add(tx, citizen.alias(), allowed, clock.instant());
                audit.record(
                        tx,
                        AuditEntry.by(citizen)
                                .did(allowed ? "research-contact-allowed" : "research-contact-refused")
                                .to("preference", "research-contact")
                                .of(citizen.alias())
                                .because("own-use"));
            }
            return contacts.latest(tx);
        });
    }
}
