package no.brevdue.platform.outbox;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Works on republications, whichever replica they were ordered from. */
@ApplicationScoped
class RepublishJob implements Job {

    private final Database database;
    private final Republisher republisher;

    RepublishJob(Database database, Republisher republisher) {
        this.database = database;
        this.republisher = republisher;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        return database.asWorker(republisher::addPage);
    }
}
