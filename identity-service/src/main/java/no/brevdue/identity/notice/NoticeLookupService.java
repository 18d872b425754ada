package no.brevdue.identity.notice;

import no.brevdue.contracts.identity.v1.NoticeOccasion;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands out what a notice says and where it goes, just in time and audited, and forgets it afterwards. */
@ApplicationScoped
class NoticeLookupService {

    /** Long enough to count an hour's codes. */
    private static final Duration ROWS_KEPT = Duration.ofDays(1);

    private final Database database;
    private final NoticeRepository notices;
    private final NoticeService service;
    private final PersonService persons;
    private final AuditTrail audit;
    private final Clock clock;

    NoticeLookupService(
            Database database,
            NoticeRepository notices,
            NoticeService service,
            PersonService persons,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.notices = notices;
        this.service = service;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same as often as it is asked for, until the notice is over. */
    ContactNotice lookUp(UUID id, NoticePurpose purpose, Caller caller) {
        return database.asWorker(tx -> {
            NoticeRow notice = notices.open(tx, id, clock.instant()).orElseThrow(NoticeLookupService::none);
            Person person = persons.find(tx, notice.alias())
                    .filter(somebody -> !somebody.deceased())
                    .orElseThrow(NoticeLookupService::none);
            audit.record(
                    tx,
                    AuditEntry.by(caller)
                            .did("contact-notice-read")
                            .to("contact-notice", id)
                            .of(notice.alias())
                            .because(purpose.code()));
            return new ContactNotice(
                    service.address(id, notice.address()),
                    person.language(),
                    notice.occasion() == NoticeOccasion.VERIFICATION_CODE ? service.code(notice) : null);
        });
    }

    void told(UUID id) {
        database.asWorkerDo(tx -> notices.endTold(tx, id, clock.instant()));
    }

    void forget() {
        Instant now = clock.instant();
        database.asWorkerDo(tx -> {
            notices.endExpired(tx, now);
            notices.removeOlderThan(tx, now.minus(ROWS_KEPT));
        });
    }

    private static ProblemException none() {
        return NoticeProblem.NO_SUCH_NOTICE.because("There is nothing to be sent.");
    }
}
