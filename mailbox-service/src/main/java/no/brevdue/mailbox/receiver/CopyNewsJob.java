package no.brevdue.mailbox.receiver;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells receivers what has become of their copies; woken when something has, and looking by itself every second. */
@ApplicationScoped
class CopyNewsJob implements Job {

    private static final int BATCH = 200;

    private final CopyNewsService news;

    CopyNewsJob(CopyNewsService news) {
        this.news = news;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        return news.tell(BATCH) >= BATCH;
    }
}
