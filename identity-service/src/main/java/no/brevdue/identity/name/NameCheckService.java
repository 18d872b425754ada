package no.brevdue.identity.name;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.contracts.identity.v1.NameCheckOutcome;
import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.registration.v1.NameCheckRequested;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonName;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.BrokenSealException;
import no.brevdue.platform.identity.NameOpener;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.outbox.Outbox;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers whether people are called what senders believe. Somebody with a protected address gets the same answers as anybody: one of
 * their own would tell that they are protected. {@code brevdue.names.alarms} counts senders that are wrong too often in an hour,
 * and each is logged as an error.
 */
@ApplicationScoped
public class NameCheckService {

    private static final Logger LOGGER = Logger.getLogger(NameCheckService.class);

    /** How long one attempt has the question to itself, and how soon another is made while the person is unknown. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** After this the letter is back with its sender, and nobody waits for the answer. */
    private static final Duration AWAITED_FOR = Duration.ofMinutes(15);

    /** Longer than a question can come again from its topic. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(8);

    private final Database database;
    private final NameCheckRepository questions;
    private final PersonService persons;
    private final NameOpener opener;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final NameCheckConfig config;
    private final JobRunner jobs;
    private final Clock clock;
    private final Counter alarms;

    NameCheckService(
            Database database,
            NameCheckRepository questions,
            PersonService persons,
            NameOpener opener,
            Outbox outbox,
            AuditTrail audit,
            NameCheckConfig config,
            JobRunner jobs,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.questions = questions;
        this.persons = persons;
        this.opener = opener;
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
        this.jobs = jobs;
        this.clock = clock;
        this.alarms = meters.counter("brevdue.names.alarms");
    }

    /** Stores a question as it arrives; it is answered once the person is known. */
    public void ask(Transaction tx, NameCheckRequested asked, Instant at) {
        byte[] sealed = Base64.getUrlDecoder().decode(asked.sealedName());
        questions.add(tx, new NameQuestion(asked.questionId(), asked.alias(), asked.sender(), sealed, at));
        tx.afterCommit(() -> jobs.wake(NameCheckJob.class));
    }

    /** Somebody is known under this alias from now on. */
    public void becameKnown(Transaction tx, UUID alias) {
        questions.makeDue(tx, alias);
        tx.afterCommit(() -> jobs.wake(NameCheckJob.class));
    }

    List<NameQuestion> claim(int limit) {
        return database.asWorker(tx -> questions.claim(tx, limit, LEASE));
    }

    /** One that cannot be answered does not hold up the others. */
    void answer(List<NameQuestion> claimed) {
        claimed.forEach(question -> {
            try {
                database.asWorkerDo(tx -> answer(tx, question));
            } catch (RuntimeException fault) {
                LOGGER.errorf(
                        fault, "A name could not be compared and is tried again: question=%s", question.questionId());
            }
        });
    }

    /** Returns how many answers were forgotten, at most {@code limit}. */
    int forgetOld(int limit) {
        return database.asWorker(tx -> questions.forget(tx, clock.instant().minus(ANSWERS_KEPT), limit));
    }

    private void answer(Transaction tx, NameQuestion question) {
        if (!questions.lockWaiting(tx, question.questionId())) {
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(question.askedAt().plus(AWAITED_FOR))) {
            conclude(tx, question, NameCheckOutcome.NOT_COMPARED, now);
        } else {
            persons.find(tx, question.alias())
                    .ifPresent(person -> conclude(tx, question, compared(tx, question, person, now), now));
        }
    }

    /** On the person's record whatever comes of it. */
    private NameCheckOutcome compared(Transaction tx, NameQuestion question, Person person, Instant now) {
        AuditEntry entry = AuditEntry.bySystem("identity")
                .did("name-compared")
                .to("message", question.questionId())
                .of(question.alias())
                .because("recipient-check")
                .forController(question.sender());
        NameCheckRepository.Wrong wrong = questions.wrong(
                tx,
                question.sender(),
                persons.aliases(tx, person.id()),
                now.truncatedTo(ChronoUnit.HOURS),
                now.minus(Duration.ofDays(1)));
        if (wrong.inHour() >= config.wrongAnHour() || wrong.ofPerson() >= config.wrongOfOnePersonADay()) {
            audit.record(tx, entry.refused());
            return NameCheckOutcome.NOT_COMPARED;
        }
        audit.record(tx, entry);
        NameCheckOutcome outcome = persons.nameInParts(tx, person.id())
                .flatMap(name -> outcome(question, name))
                .orElse(NameCheckOutcome.NOT_COMPARED);
        if (outcome == NameCheckOutcome.DIFFERS && wrong.inHour() + 1 == config.wrongAnHour()) {
            tx.afterCommit(() -> alarm(question.sender()));
        }
        return outcome;
    }

    private Optional<NameCheckOutcome> outcome(NameQuestion question, PersonName name) {
        try {
            String written = opener.open(question.sealed(), question.questionId(), question.alias());
            return Optional.of(
                    NameComparison.matches(name, written) ? NameCheckOutcome.MATCHES : NameCheckOutcome.DIFFERS);
        } catch (BrokenSealException broken) {
            LOGGER.errorf(broken, "A sealed name cannot be read: question=%s", question.questionId());
            return Optional.empty();
        }
    }

    private void conclude(Transaction tx, NameQuestion question, NameCheckOutcome outcome, Instant now) {
        questions.conclude(tx, question.questionId(), outcome, now);
        outbox.publish(tx, new NameChecked(question.questionId(), 1, outcome));
    }

    private void alarm(String sender) {
        alarms.increment();
        LOGGER.errorf(
                "An organisation is wrong about people's names more often than it should be: organization=%s budget=%d",
                sender, config.wrongAnHour());
    }
}
