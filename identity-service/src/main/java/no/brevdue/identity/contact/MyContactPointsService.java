package no.brevdue.identity.contact;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.krr.Channel;
import no.brevdue.identity.notice.CodeCheck;
import no.brevdue.identity.notice.NoticeService;
import no.brevdue.identity.person.DeactivationService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.stepup.Operation;
import no.brevdue.identity.stepup.StepUpService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * People change how they are reached. What is shown is read under the caller's own row policies; what is changed is changed as
 * worker, since the other services hear of it, for the person whom the caller's policies let them be.
 */
@ApplicationScoped
class MyContactPointsService {

    private final Database database;
    private final PersonService persons;
    private final DeactivationService deactivations;
    private final ContactService contacts;
    private final OwnPointService own;
    private final NoticeService notices;
    private final StepUpService stepUps;
    private final AuditTrail audit;
    private final Clock clock;

    MyContactPointsService(
            Database database,
            PersonService persons,
            DeactivationService deactivations,
            ContactService contacts,
            OwnPointService own,
            NoticeService notices,
            StepUpService stepUps,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.deactivations = deactivations;
        this.contacts = contacts;
        this.own = own;
        this.notices = notices;
        this.stepUps = stepUps;
        this.audit = audit;
        this.clock = clock;
    }

    MyContactPoints view(Caller.Citizen me) {
        return database.asCaller(tx -> {
            Person person = active(tx, me);
            record(tx, me, person, "contact-points-viewed");
            Instant now = clock.instant();
            Map<Medium, Channel> points = own.of(tx, person.id());
            return new MyContactPoints(
                    person.language(),
                    MyContactPoints.OwnPoint.of(points.get(Medium.EMAIL), now),
                    MyContactPoints.OwnPoint.of(points.get(Medium.MOBILE), now),
                    notices.pending(tx, person.id())
                            .map(MyContactPoints.Awaiting::of)
                            .orElse(null),
                    contacts.status(tx, person));
        });
    }

    /** A code goes to the address; until it comes back, everything stays as it is. */
    void requestEmail(Caller.Citizen me, OwnEmail email, String handle) {
        change(me, (tx, person) -> {
            stepUps.use(tx, me.alias(), Operation.CHANGE_EMAIL, handle);
            notices.sendCode(tx, person, me.alias(), email.address());
            record(tx, me, person, "contact-email-requested");
        });
    }

    void sendAnotherCode(Caller.Citizen me) {
        change(me, (tx, person) -> {
            notices.sendAnotherCode(tx, person, me.alias());
            record(tx, me, person, "contact-email-requested");
        });
    }

    /** Returns when the address is in use, and the one before it is being told. */
    void verifyEmail(Caller.Citizen me, String code) {
        CodeCheck check = changing(me, (tx, person) -> {
            CodeCheck outcome = notices.check(tx, person, code);
            if (outcome instanceof CodeCheck.Right right) {
                tellOld(tx, me, person, right.address());
                own.set(tx, person, Medium.EMAIL, right.address(), clock.instant());
                contacts.restate(tx, person);
                record(tx, me, person, "contact-email-changed");
            }
            return outcome;
        });
        if (check instanceof CodeCheck.Refused refused) {
            throw refused.problem();
        }
    }

    void setMobile(Caller.Citizen me, MobileNumber number, String handle) {
        change(me, (tx, person) -> {
            stepUps.use(tx, me.alias(), Operation.CHANGE_MOBILE, handle);
            tellOld(tx, me, person, "");
            own.set(tx, person, Medium.MOBILE, number.e164(), null);
            contacts.restate(tx, person);
            record(tx, me, person, "contact-mobile-changed");
        });
    }

    /** From now on the register's is in use again. */
    void remove(Caller.Citizen me, Medium medium, String handle) {
        change(me, (tx, person) -> {
            stepUps.use(tx, me.alias(), operation(medium), handle);
            if (medium == Medium.EMAIL) {
                notices.cancel(tx, person);
            }
            tellOld(tx, me, person, "");
            if (own.remove(tx, person, medium)) {
                contacts.restate(tx, person);
                record(tx, me, person, medium == Medium.EMAIL ? "contact-email-removed" : "contact-mobile-removed");
            }
        });
    }

    void choose(Caller.Citizen me, Language language) {
        change(me, (tx, person) -> {
            own.choose(tx, person, language);
            contacts.restate(tx, person);
            record(tx, me, person, "language-chosen");
        });
    }

    private static Operation operation(Medium medium) {
        return switch (medium) {
            case EMAIL -> Operation.CHANGE_EMAIL;
            case MOBILE -> Operation.CHANGE_MOBILE;
        };
    }

    /** Whoever reads the address in use until now hears of it, whoever asked for the change. */
    private void tellOld(Transaction tx, Caller.Citizen me, UUID person, String successor) {
        Channel old = contacts.reach(tx, person).email();
        if (old != null && !old.address().equalsIgnoreCase(successor)) {
            notices.tellOfChange(tx, person, me.alias(), old.address());
        }
    }

    private void change(Caller.Citizen me, BiConsumer<Transaction, UUID> work) {
        boolean unused = changing(me, (tx, person) -> {
            work.accept(tx, person);
            return true;
        });
    }

    private <T> T changing(Caller.Citizen me, BiFunction<Transaction, UUID, T> work) {
        UUID person = database.asCaller(tx -> active(tx, me)).id();
        return database.asWorker(tx -> {
            Person locked = persons.lock(tx, person);
            deactivations.refuse(tx, locked.id());
            return work.apply(tx, locked.id());
        });
    }

    private Person active(Transaction tx, Caller.Citizen me) {
        Person person = persons.self(tx, me.alias());
        deactivations.refuse(tx, person.id());
        return person;
    }

    private void record(Transaction tx, Caller.Citizen me, Person person, String what) {
        record(tx, me, person.id(), what);
    }

    private void record(Transaction tx, Caller.Citizen me, UUID person, String what) {
        audit.record(
                tx,
                AuditEntry.by(me).did(what).to("person", person).of(me.alias()).because("own-use"));
    }
}
