package no.brevdue.identity.life;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the register what has become of people. Woken by the feed; otherwise looks for those whose register was away. */
@ApplicationScoped
class QuestionJob implements Job {

    private static final int BATCH = 50;

    private final QuestionService questions;

    QuestionJob(QuestionService questions) {
        this.questions = questions;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean run() {
        var due = questions.claim(BATCH);
        questions.answer(due);
        return due.size() == BATCH;
    }
}
