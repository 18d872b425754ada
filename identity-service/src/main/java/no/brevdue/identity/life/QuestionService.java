package no.brevdue.identity.life;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.identity.family.FamilyService;
import no.brevdue.identity.family.Relations;
import no.brevdue.identity.person.NumberService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonMerged;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.person.PersonSplit;
import no.brevdue.identity.population.PopulationAnswer;
import no.brevdue.identity.population.PopulationRecord;
import no.brevdue.identity.population.PopulationRegisterClient;
import no.brevdue.identity.registration.KinService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Asks the register what holds now of people to whom something happened, and takes the answer. No transaction is open while
 * it is asked. If the process dies before an answer is committed, the claim runs out and any replica asks again. An answer
 * from before the latest reason to ask is dropped, so that an older one never follows a newer.
 */
@ApplicationScoped
class QuestionService {

    private static final Logger LOGGER = Logger.getLogger(QuestionService.class);

    /** Longer than all registers together may take to answer. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int LONGEST_DOUBLING = 14;
    /** How often a register whose answer is older than its own event is asked to catch up with itself. */
    private static final int CATCHING_UP = 10;

    private static final int FEW = 100;

    private final Database database;
    private final QuestionRepository questions;
    private final PopulationRegisterClient register;
    private final KinService kin;
    private final PersonService persons;
    private final NumberService numbers;
    private final FamilyService families;
    private final AuditTrail audit;
    private final FeedConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    QuestionService(
            Database database,
            QuestionRepository questions,
            PopulationRegisterClient register,
            KinService kin,
            PersonService persons,
            NumberService numbers,
            FamilyService families,
            AuditTrail audit,
            FeedConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.database = database;
        this.questions = questions;
        this.register = register;
        this.kin = kin;
        this.persons = persons;
        this.numbers = numbers;
        this.families = families;
        this.audit = audit;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** True if there may be more. */
    boolean askAboutOldest() {
        Instant before = clock.instant().minus(config.refreshAfter());
        return database.asWorker(tx -> questions.askAboutOldest(tx, before, FEW)) == FEW;
    }

    List<QuestionRepository.Question> claim(int limit) {
        return database.asWorker(tx -> questions.claim(tx, limit, CLAIM));
    }

    void answer(List<QuestionRepository.Question> due) {
        if (due.isEmpty()) {
            return;
        }
        Instant asked = clock.instant();
        Map<QuestionRepository.Question, NationalIdentityNumber> numbers = database.asWorker(tx -> {
            Map<QuestionRepository.Question, NationalIdentityNumber> found = new LinkedHashMap<>();
            due.forEach(question -> found.put(question, persons.number(tx, question.personId())));
            return found;
        });
        Map<NationalIdentityNumber, PopulationAnswer> answers = register.find(numbers.values());
        Map<NationalIdentityNumber, Optional<UUID>> relatives = kin.known(answers.values().stream()
                .filter(PopulationAnswer.Known.class::isInstance)
                .flatMap(answer -> ((PopulationAnswer.Known) answer).record().kin().stream())
                .collect(Collectors.toSet()));
        numbers.forEach((question, number) -> {
            try {
                settle(question, answers.getOrDefault(number, new PopulationAnswer.Away()), relatives, asked);
            } catch (RuntimeException fault) {
                LOGGER.errorf(fault, "What happened to a person is asked for again: person=%s", question.personId());
            }
        });
    }

    private void settle(
            QuestionRepository.Question question,
            PopulationAnswer answer,
            Map<NationalIdentityNumber, Optional<UUID>> relatives,
            Instant asked) {
        switch (answer) {
            case PopulationAnswer.Known(PopulationRecord record) ->
                KinService.relations(record, relatives)
                        .filter(complete -> !isBehind(question, record))
                        .ifPresentOrElse(
                                relations -> database.asWorkerDo(tx -> keep(tx, question, record, relations, asked)),
                                () -> postpone(question));
            // It knew the number before: the last answer stays until it is clear again.
            case PopulationAnswer.Nobody nobody -> {
                contradicted(question, "denies somebody it knew");
                postpone(question);
            }
            case PopulationAnswer.Away away -> postpone(question);
        }
    }

    /** The feed has been ahead of the register before; but if they count differently, nobody must wait for ever. */
    private boolean isBehind(QuestionRepository.Question question, PopulationRecord record) {
        boolean behind =
                record.sequence() > 0 && record.sequence() < question.sequence() && question.attempts() < CATCHING_UP;
        if (behind) {
            contradicted(question, "is behind its own feed");
        }
        return behind;
    }

    private void keep(
            Transaction tx,
            QuestionRepository.Question question,
            PopulationRecord record,
            Relations relations,
            Instant asked) {
        Person person = persons.lock(tx, question.personId());
        if (!questions.isCurrent(tx, question)) {
            return;
        }
        if (persons.answered(tx, person.id(), record.sequence(), asked)) {
            keep(tx, whoseNumbers(tx, person.id(), record), record, relations, asked);
        } else {
            contradicted(question, "tells what held before its last answer");
        }
        questions.settle(tx, question);
    }

    private void keep(Transaction tx, UUID id, PopulationRecord record, Relations relations, Instant asked) {
        boolean unused = persons.answered(tx, id, record.sequence(), asked);
        persons.keepName(tx, id, record.name());
        if (families.keep(tx, id, record.facts(), relations)) {
            changed(tx, id);
        }
    }

    private UUID whoseNumbers(Transaction tx, UUID asked, PopulationRecord record) {
        return record.number() == null ? asked : numbers.follow(tx, asked, record.number(), record.formerNumbers());
    }

    void onMerged(@Observes PersonMerged merged) {
        questions.forget(merged.tx(), merged.duplicate());
    }

    void onSplit(@Observes PersonSplit split) {
        questions.ask(split.tx(), Map.of(split.other(), 0L));
    }

    private void changed(Transaction tx, UUID person) {
        audit.record(
                tx,
                AuditEntry.bySystem("identity")
                        .did("register-facts-changed")
                        .to("person", person)
                        .of(persons.anyAlias(tx, person))
                        .because("population-register"));
        tx.afterCommit(() -> LOGGER.infof("The register says something new of a person: person=%s", person));
    }

    private void contradicted(QuestionRepository.Question question, String how) {
        LOGGER.warnf("The population register %s: person=%s", how, question.personId());
        meters.counter("brevdue.population.contradictions").increment();
    }

    /** Twice as long after each attempt. */
    private void postpone(QuestionRepository.Question question) {
        int doublings = Math.min(question.attempts() - 1, LONGEST_DOUBLING);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        database.asWorkerDo(tx -> questions.postpone(tx, question, pause));
    }
}
