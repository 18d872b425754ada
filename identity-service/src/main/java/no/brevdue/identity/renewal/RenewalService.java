package no.brevdue.identity.renewal;

import no.brevdue.identity.person.NumberService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes through everybody, page by page. A page and the mark how far it got are one transaction: any replica goes on there. */
@ApplicationScoped
class RenewalService {

    private static final int PAGE = 100;

    private final Database database;
    private final RenewalRepository renewals;
    private final NumberService numbers;
    private final AuditTrail audit;
    private final JobRunner jobs;

    RenewalService(
            Database database, RenewalRepository renewals, NumberService numbers, AuditTrail audit, JobRunner jobs) {
        this.database = database;
        this.renewals = renewals;
        this.numbers = numbers;
        this.audit = audit;
        this.jobs = jobs;
    }

    UUID start(Caller operator) {
        return database.asWorker(tx -> {
            UUID id = UUID.randomUUID();
            renewals.start(tx, id);
            audit.record(
                    tx,
                    AuditEntry.by(operator)
                            .did("aliases-renewed")
                            .to("alias-renewal", id)
                            .because("operations"));
            tx.afterCommit(() -> jobs.wake(RenewalJob.class));
            return id;
        });
    }

    RenewalProgress progress(UUID id) {
        return database.asWorker(tx -> renewals.progress(tx, id))
                .orElseThrow(() -> RenewalProblem.NO_SUCH_RENEWAL.because("No such renewal was started here."));
    }

    /** True if there may be more. */
    boolean next() {
        return database.asWorker(
                tx -> renewals.next(tx).map(run -> page(tx, run)).orElse(false));
    }

    private boolean page(Transaction tx, RenewalRepository.Run run) {
        List<UUID> people = numbers.lockAfter(tx, run.lastKey(), PAGE);
        if (people.isEmpty()) {
            renewals.done(tx, run);
        } else {
            int renewed = (int) people.stream()
                    .filter(person -> numbers.linkUnderEveryKey(tx, person))
                    .count();
            renewals.advance(tx, run, people.getLast().toString(), people.size(), renewed);
        }
        return true;
    }
}
