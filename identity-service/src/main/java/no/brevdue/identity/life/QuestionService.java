package no.brevdue.identity.life;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.identity.family.Families;
import no.brevdue.identity.family.Family;
import no.brevdue.identity.family.FamilyService;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
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
    private static final int AT_THE_SAME_TIME = 6;

    private final Database database;
    private final QuestionRepository questions;
    private final PopulationRegisterClient register;
    private final KinService kin;
    private final PersonService persons;
    private final NumberService numbers;
    private final FamilyService families;
    private final Families kinship;
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
            Families kinship,
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
        this.kinship = kinship;
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
        Map<UUID, NationalIdentityNumber> numbers = database.asWorker(tx -> persons.numbers(
                tx, due.stream().map(QuestionRepository.Question::personId).toList()));
        Map<NationalIdentityNumber, PopulationAnswer> told = register.find(numbers.values());
        Map<NationalIdentityNumber, Optional<UUID>> relatives = kin.known(told.values().stream()
                .filter(PopulationAnswer.Known.class::isInstance)
                .flatMap(answer -> ((PopulationAnswer.Known) answer).record().kin().stream())
                .collect(Collectors.toSet()));
        List<Answer> answers = new ArrayList<>();
        for (QuestionRepository.Question question : due) {
            NationalIdentityNumber number = Objects.requireNonNull(numbers.get(question.personId()));
            answered(question, told.getOrDefault(number, new PopulationAnswer.Away()), relatives)
                    .ifPresentOrElse(answers::add, () -> postpone(question));
        }
        keepAll(news(answers, asked), asked);
    }

    /** A few at the same time: what is kept of one person waits for the database most of the time. */
    private void keepAll(List<Answer> news, Instant asked) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_THE_SAME_TIME, Thread.ofVirtual().factory())) {
            news.forEach(answer -> threads.execute(() -> {
                try {
                    database.asWorkerDo(tx -> keep(tx, answer, asked));
                } catch (RuntimeException fault) {
                    LOGGER.errorf(
                            fault,
                            "What happened to a person is asked for again: person=%s",
                            answer.question().personId());
                    postpone(answer.question());
                }
            }));
        }
    }

    /** Nothing while that cannot be said. */
    private Optional<Answer> answered(
            QuestionRepository.Question question,
            PopulationAnswer answer,
            Map<NationalIdentityNumber, Optional<UUID>> relatives) {
        return switch (answer) {
            case PopulationAnswer.Known(PopulationRecord record) ->
                KinService.relations(record, relatives)
                        .filter(complete -> !isBehind(question, record))
                        .map(relations -> new Answer(question, record, relations));
            // It knew the number before: the last answer stays until it is clear again.
            case PopulationAnswer.Nobody nobody -> {
                contradicted(question, "denies somebody it knew");
                yield Optional.empty();
            }
            case PopulationAnswer.Away away -> Optional.empty();
        };
    }

    /**
     * The answers that must be looked at. What says the same as the last one is settled here, all of it in one transaction: of most
     * events nothing is kept, and those that matter wait for nobody else's. Whoever is asked about without an event is always looked at.
     */
    private List<Answer> news(List<Answer> answers, Instant asked) {
        Map<UUID, Answer> eventful = answers.stream()
                .filter(answer -> answer.question().sequence() > 0)
                .collect(Collectors.toMap(answer -> answer.question().personId(), Function.identity()));
        if (eventful.isEmpty()) {
            return answers;
        }
        Set<UUID> same = database.asWorker(tx -> {
            Map<UUID, Long> unchanged = new HashMap<>();
            persons.lockLastAnswers(tx, eventful.keySet()).forEach((person, last) -> {
                Answer answer = Objects.requireNonNull(eventful.get(person));
                if (Arrays.equals(last, answer.fingerprint())) {
                    unchanged.put(person, answer.record().sequence());
                }
            });
            Set<UUID> confirmed = persons.answeredAgain(tx, unchanged, asked);
            questions.settleAll(
                    tx,
                    confirmed.stream()
                            .map(person ->
                                    Objects.requireNonNull(eventful.get(person)).question())
                            .toList());
            return confirmed;
        });
        return answers.stream()
                .filter(answer -> !same.contains(answer.question().personId()))
                .toList();
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

    private void keep(Transaction tx, Answer answer, Instant asked) {
        QuestionRepository.Question question = answer.question();
        PopulationRecord record = answer.record();
        Person person = persons.lock(tx, question.personId());
        if (!questions.isCurrent(tx, question)) {
            return;
        }
        if (persons.answered(tx, person.id(), record.sequence(), asked)) {
            UUID id = whoseNumbers(tx, person.id(), record);
            boolean unused = id.equals(person.id()) || persons.answered(tx, id, record.sequence(), asked);
            keep(tx, id, answer);
        } else {
            contradicted(question, "tells what held before its last answer");
        }
        questions.settle(tx, question);
    }

    private void keep(Transaction tx, UUID id, Answer answer) {
        PopulationRecord record = answer.record();
        persons.keepName(tx, id, record.name());
        if (families.keep(tx, id, record.facts(), answer.relations())) {
            changed(tx, id);
        }
        persons.keepLastAnswer(tx, id, answer.fingerprint());
    }

    private UUID whoseNumbers(Transaction tx, UUID asked, PopulationRecord record) {
        return record.number() == null ? asked : numbers.follow(tx, asked, record.number(), record.formerNumbers());
    }

    void onMerged(@Observes PersonMerged merged) {
        questions.forget(merged.tx(), merged.duplicate());
        lookAgain(merged.tx(), merged.duplicate());
        lookAgain(merged.tx(), merged.person());
    }

    void onSplit(@Observes PersonSplit split) {
        questions.ask(split.tx(), Map.of(split.other(), 0L));
        lookAgain(split.tx(), split.other());
        lookAgain(split.tx(), split.person());
    }

    /** Who is meant by what the register says has changed: the same answer may say something else. */
    private void lookAgain(Transaction tx, UUID person) {
        Family family = kinship.of(tx, person);
        Set<UUID> concerned = new HashSet<>(family.children());
        concerned.addAll(family.wards());
        concerned.add(person);
        persons.forgetLastAnswers(tx, concerned);
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
