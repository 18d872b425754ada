package no.brevdue.identity.life;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the register asked about people to whom nothing happened as far as we heard. */
@ApplicationScoped
class DriftJob implements Job {

    private final QuestionService questions;

    DriftJob(QuestionService questions) {
        this.questions = questions;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        return questions.askAboutOldest();
    }
}
