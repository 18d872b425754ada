package no.brevdue.identity.login;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.time.RealTime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps logins for thirteen months, of real time: tokens go by it. */
@ApplicationScoped
public class LoginService {

    private static final int MONTHS_KEPT = 13;
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final Database database;
    private final LoginRepository logins;
    private final PersonService persons;
    private final AuditTrail audit;
    private final Clock clock;

    LoginService(
            Database database, LoginRepository logins, PersonService persons, AuditTrail audit, @RealTime Clock clock) {
        this.database = database;
        this.logins = logins;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes a login once, however many tokens and requests it has. */
    public void note(Transaction tx, UUID person, SeenLogin seen) {
        logins.add(tx, person, seen);
    }

    List<Login> of(Caller.Citizen me, int limit) {
        return database.asCaller(tx -> {
            Person person = persons.self(tx, me.alias());
            audit.record(
                    tx,
                    AuditEntry.by(me)
                            .did("logins-viewed")
                            .to("person", person.id())
                            .of(me.alias())
                            .because("own-use"));
            return logins.newest(tx, person.id(), keptSince(), limit);
        });
    }

    void forgetOld() {
        database.asWorkerDo(tx -> logins.removeOlderThan(tx, keptSince()));
    }

    private Instant keptSince() {
        return clock.instant().atZone(NORWAY).minusMonths(MONTHS_KEPT).toInstant();
    }
}
