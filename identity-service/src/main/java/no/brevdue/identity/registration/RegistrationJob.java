package no.brevdue.identity.registration;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers the requests that are due. Woken when one arrives; otherwise looks for those whose register was away. */
@ApplicationScoped
class RegistrationJob implements Job {

    private static final int BATCH = 20;

    private final RegistrationService registrations;

    RegistrationJob(RegistrationService registrations) {
        this.registrations = registrations;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean run() {
        List<Registration> due = registrations.claim(BATCH);
        registrations.answer(due);
        return due.size() == BATCH;
    }
}
