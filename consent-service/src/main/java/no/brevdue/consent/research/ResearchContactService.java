package no.brevdue.consent.research;

import no.brevdue.consent.person.Subject;
import no.brevdue.consent.person.SubjectService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** Saying whether one may be contacted; the latest word counts, and all are kept. */
@ApplicationScoped
class ResearchContactService {

    private final ResearchContactRepository contacts;
    private final SubjectService subjects;
    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    ResearchContactService(
            ResearchContactRepository contacts,
            SubjectService subjects,
            Database database,
            AuditTrail audit,
            Clock clock) {
        this.contacts = contacts;
        this.subjects = subjects;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    ResearchContact of(Subject subject) {
        return database.asCaller(tx -> contacts.latest(tx, subject.aliases()));
    }

    /** Saying again what stands already stores nothing. Saying no is open to everybody. */
    ResearchContact say(Subject subject, boolean allowed) {
        if (allowed) {
            subjects.requireMayAgree(subject);
        }
        return database.asCaller(tx -> {
            ResearchContact before = contacts.latest(tx, subject.aliases());
            if (before.decidedAt() == null || before.mayBeContacted() != allowed) {
                contacts.add(tx, subject, allowed, clock.instant());
                audit.record(
                        tx,
                        AuditEntry.by(subject.actor())
                                .did(allowed ? "research-contact-allowed" : "research-contact-refused")
                                .to("preference", "research-contact")
                                .of(subject.alias())
                                .because(subject.purpose()));
            }
            return contacts.latest(tx, subject.aliases());
        });
    }
}
