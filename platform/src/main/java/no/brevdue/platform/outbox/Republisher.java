package no.brevdue.platform.outbox;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the current facts again, page by page. Each page and the mark how far it got are one transaction: if the process
 * dies, any replica goes on where it stopped. Facts of the day go first: while the outbox is busy no page is added.
 */
@ApplicationScoped
public class Republisher {

    private static final int PAGE = 100;

    /** Far less than what the relay publishes between two heartbeats, so that nobody takes us for silent. */
    private static final int BUSY = 2_000;

    private final Map<String, CurrentFacts> sources;
    private final RepublishRepository runs;
    private final OutboxRepository rows;
    private final Outbox outbox;
    private final JobRunner jobs;

    Republisher(
            @All List<CurrentFacts> sources,
            RepublishRepository runs,
            OutboxRepository rows,
            Outbox outbox,
            JobRunner jobs) {
        this.sources = sources.stream().collect(Collectors.toMap(Republisher::name, Function.identity()));
        this.runs = runs;
        this.rows = rows;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /** Orders a run; it starts after the commit. */
    public UUID start(Transaction tx) {
        if (sources.isEmpty()) {
            throw RepublishProblem.NOTHING_TO_REPUBLISH.because("This service has nothing to tell again.");
        }
        UUID run = UUID.randomUUID();
        runs.start(tx, run, sources.keySet());
        tx.afterCommit(() -> jobs.wake(RepublishJob.class));
        return run;
    }

    public RepublishProgress progress(Transaction tx, UUID run) {
        return Optional.of(run)
                .filter(id -> !sources.isEmpty())
                .flatMap(id -> runs.progress(tx, id))
                .orElseThrow(() -> RepublishProblem.NO_SUCH_RUN.because("No such run was started here."));
    }

    /** Adds the next page of the oldest run; false when there is none, or when it must wait. */
    boolean addPage(Transaction tx) {
        if (sources.isEmpty() || rows.holdsMoreThan(tx, BUSY)) {
            return false;
        }
        return runs.next(tx, sources.keySet()).map(step -> addPage(tx, step)).orElse(false);
    }

    private boolean addPage(Transaction tx, RepublishRepository.Step step) {
        List<? extends Event> facts = facts(step.source()).after(tx, step.lastKey(), PAGE);
        if (facts.isEmpty()) {
            runs.done(tx, step);
        } else {
            outbox.publishAll(tx, facts);
            runs.advance(tx, step, facts.getLast().key(), facts.size());
        }
        return true;
    }

    private CurrentFacts facts(String source) {
        return Objects.requireNonNull(sources.get(source), source);
    }

    private static String name(CurrentFacts facts) {
        return ClientProxy.unwrap(facts).getClass().getSimpleName();
    }
}
