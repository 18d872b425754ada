package no.brevdue.identity.life;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.time.RealTime;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads the feed. The pointer, what is missing before it and whom to ask about are one transaction: if the process dies, the
 * page is read again and says the same. Two replicas may read one page; the pointer is moved by one of them.
 */
@ApplicationScoped
class FeedService {

    private static final Logger LOGGER = Logger.getLogger(FeedService.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** The sequence of an event to which no answer can be compared. */
    private static final long SOMETHING = 1;

    private final Database database;
    private final FeedRepository feed;
    private final QuestionRepository questions;
    private final FeedClient client;
    private final PersonService persons;
    private final JobRunner jobs;
    private final FeedConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Instant restUntil = Instant.MIN;

    FeedService(
            Database database,
            FeedRepository feed,
            QuestionRepository questions,
            FeedClient client,
            PersonService persons,
            JobRunner jobs,
            FeedConfig config,
            MeterRegistry meters,
            @RealTime Clock clock) {
        this.database = database;
        this.feed = feed;
        this.questions = questions;
        this.client = client;
        this.persons = persons;
        this.jobs = jobs;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** Reads the next page; true if another one is waiting. */
    boolean read() {
        if (clock.instant().isBefore(restUntil)) {
            return false;
        }
        long next = database.asWorker(this::next);
        return switch (client.from(next)) {
            case FeedAnswer.Busy(Duration pause) -> {
                restUntil = clock.instant().plus(pause);
                yield false;
            }
            case FeedAnswer.Events(List<LifeEvent> events) -> {
                database.asWorkerDo(tx -> take(tx, next, events));
                yield events.size() == FeedClient.PAGE;
            }
        };
    }

    private long next(Transaction tx) {
        return feed.pointer(tx).map(FeedRepository.Pointer::next).orElseGet(() -> {
            feed.begin(tx, config.startAt(), clock.instant());
            return config.startAt();
        });
    }

    private void take(Transaction tx, long next, List<LifeEvent> told) {
        List<LifeEvent> events =
                told.stream().filter(event -> event.sequence() >= next).toList();
        long after = events.isEmpty() ? next : events.getLast().sequence() + 1;
        Instant now = clock.instant();
        if (!feed.move(tx, next, after, now) || events.isEmpty()) {
            return;
        }
        // What was before the first event we ever saw is nobody's gap.
        long expected = next == config.startAt() ? events.getFirst().sequence() : next;
        Gap.between(expected, numbers(events), now, now.plus(LOOK_AGAIN)).forEach(gap -> missing(tx, gap));
        askAbout(tx, events);
        tx.afterCommit(() -> meters.counter("brevdue.population.feed.events").increment(events.size()));
    }

    private void missing(Transaction tx, Gap gap) {
        feed.addGap(tx, gap);
        tx.afterCommit(() -> LOGGER.warnf(
                "The population register's feed leaves out events and is asked for them again: first=%d last=%d",
                gap.first(), gap.last()));
    }

    /** Most of the country is nobody we know. */
    private void askAbout(Transaction tx, List<LifeEvent> events) {
        Map<String, Long> latest = new HashMap<>();
        events.forEach(event -> latest.merge(event.number(), event.sequence(), Math::max));
        Map<String, UUID> known = persons.withNumbers(tx, latest.keySet());
        Map<UUID, NationalIdentityNumber> current = persons.numbers(tx, Set.copyOf(known.values()));
        Map<UUID, Long> people = new HashMap<>();
        known.forEach((number, person) -> {
            // How far the register has come with a number that somebody had, or had as somebody else, is another count.
            boolean inUse = Objects.requireNonNull(current.get(person)).value().equals(number);
            people.merge(person, inUse ? latest.getOrDefault(number, 0L) : SOMETHING, Math::max);
        });
        questions.ask(tx, people);
        if (!people.isEmpty()) {
            tx.afterCommit(() -> jobs.wake(QuestionJob.class));
        }
    }

    /** Looks for what the feed has left out. */
    void closeGaps() {
        List<Gap> due = database.asWorker(tx -> feed.lockDueGaps(tx, clock.instant()));
        for (Gap gap : due) {
            Optional<List<LifeEvent>> told = lookFor(gap);
            told.ifPresent(events -> database.asWorkerDo(tx -> lookedFor(tx, gap, events)));
        }
    }

    /** Nothing while the feed is busy. */
    private Optional<List<LifeEvent>> lookFor(Gap gap) {
        return switch (client.from(gap.first())) {
            case FeedAnswer.Busy busy -> Optional.empty();
            case FeedAnswer.Events(List<LifeEvent> events) ->
                Optional.of(events.stream()
                        .filter(event -> gap.contains(event.sequence()))
                        .toList());
        };
    }

    private void lookedFor(Transaction tx, Gap gap, List<LifeEvent> come) {
        Instant now = clock.instant();
        askAbout(tx, come);
        List<Gap> missing = gap.without(numbers(come), now.plus(LOOK_AGAIN));
        if (missing.isEmpty()) {
            feed.close(tx, gap, "FILLED");
        } else if (gap.foundAt().plus(config.gapPatience()).isBefore(now)) {
            int people = questions.askAboutEverybody(tx);
            feed.close(tx, gap, "EVERYBODY_ASKED");
            tx.afterCommit(() -> {
                LOGGER.errorf(
                        "Events of the population register are lost, everybody is asked about again: first=%d last=%d"
                                + " persons=%d",
                        gap.first(), gap.last(), people);
                jobs.wake(QuestionJob.class);
            });
        } else {
            if (missing.getFirst().first() != gap.first()) {
                feed.close(tx, gap, "FILLED");
            }
            missing.forEach(part -> feed.addGap(tx, part));
        }
    }

    /** How it stands with the feed. */
    record Condition(int gaps, Duration silence, boolean isWell) {}

    Condition condition() {
        return database.asWorker(tx -> {
            Instant now = clock.instant();
            Duration silence = feed.pointer(tx)
                    .map(pointer -> Duration.between(pointer.readAt(), now))
                    .orElse(Duration.ZERO);
            int gaps = feed.openGaps(tx);
            return new Condition(gaps, silence, gaps == 0 && silence.compareTo(config.silence()) < 0);
        });
    }

    private static List<Long> numbers(List<LifeEvent> events) {
        return events.stream().map(LifeEvent::sequence).toList();
    }
}
