package no.brevdue.identity.name;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers the questions that are due. Woken when one arrives, and when somebody becomes known. */
@ApplicationScoped
class NameCheckJob implements Job {

    private static final int BATCH = 20;

    private final NameCheckService names;

    NameCheckJob(NameCheckService names) {
        this.names = names;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        List<NameQuestion> due = names.claim(BATCH);
        names.answer(due);
        return due.size() == BATCH;
    }
}
