package no.brevdue.platform.job;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Starts every {@link Job} with the service, wakes it when somebody knows of work, and stops it before the connections close. */
@ApplicationScoped
public class JobRunner {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Job> jobs;
    private final boolean migrateOnly;
    private final Map<Class<?>, Loop> loops = new ConcurrentHashMap<>();

    JobRunner(@All List<Job> jobs, @ConfigProperty(name = "brevdue.migrate-only") boolean migrateOnly) {
        this.jobs = jobs;
        this.migrateOnly = migrateOnly;
    }

    /** Starts the next round of a job at once. Safe to call for a job that is not running yet. */
    public void wake(Class<? extends Job> job) {
        Loop loop = loops.get(job);
        if (loop != null) {
            loop.wake();
        }
    }

    void start(@Observes StartupEvent started) {
        if (migrateOnly) {
            return;
        }
        for (Job job : jobs) {
            Class<?> type = beanClass(job);
            loops.put(type, Loop.start(type.getSimpleName(), job.pause(), job::run));
        }
    }

    /** Before what they work with: a lease is given back, and Kafka's client closed, when nobody uses them any more. */
    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stopping) {
        Loop.stop(loops.values(), PATIENCE);
        loops.clear();
    }

    private static Class<?> beanClass(Job job) {
        return ClientProxy.unwrap(job).getClass();
    }
}
