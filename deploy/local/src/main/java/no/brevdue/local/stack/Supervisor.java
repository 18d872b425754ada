package no.brevdue.local.stack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.local.home.Home;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.home.PidFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The life of a stack: one process that starts it, watches it, and stops it in order however it is asked to end. */
public final class Supervisor {

    static final String NAME = "supervisor";
    public static final String READY = "Ready after";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final Stack stack;
    private final Progress progress = new Progress(System.out);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Supervisor(Home home, Path repository) {
        this.home = home;
        this.stack = new Stack(home, repository, progress);
    }

    public static Optional<ProcessHandle> running(Home home) {
        return home.pid(NAME).running();
    }

    public static void requireNoneRunning(Home home) {
        running(home).ifPresent(process -> {
            throw new LocalProblem(
                    "A stack already runs here as process %d: ./brevdue status shows it, ./brevdue down stops it."
                            .formatted(process.pid()));
        });
    }

    /** Starts a stack and stays until it is stopped by a signal. */
    public static void run(Home home, Path repository, boolean fresh, Runnable onceReady)
            throws IOException, InterruptedException {
        Supervisor supervisor = prepare(home, repository, fresh);
        supervisor.start();
        supervisor.stack.watch();
        onceReady.run();
        supervisor.stopped.await();
    }

    /** Starts a stack with fresh data for this process to do harm to. It is stopped when the process ends. */
    public static Stack start(Home home, Path repository) throws IOException, InterruptedException {
        Supervisor supervisor = prepare(home, repository, true);
        supervisor.start();
        return supervisor.stack;
    }

    private static Supervisor prepare(Home home, Path repository, boolean fresh) throws IOException {
        requireNoneRunning(home);
        home.prepare();
        Stack.stopLeftovers(home);
        if (fresh) {
            home.wipe();
            home.prepare();
        }
        return new Supervisor(home, repository);
    }

    /** Stops a stack in the background, or what is left of one. */
    @CanIgnoreReturnValue
    public static boolean stop(Home home) throws IOException {
        Optional<ProcessHandle> supervisor = running(home);
        supervisor.ifPresent(process -> Child.stop(process, PATIENCE));
        boolean leftovers = Stack.stopLeftovers(home);
        return supervisor.isPresent() || leftovers;
    }

    private void start() throws IOException, InterruptedException {
        Instant begun = Instant.now();
        stack.check();
        PidFile pid = home.pid(NAME);
        pid.write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(pid), "stop"));
        stack.start();
        progress.say(String.format(
                Locale.ROOT,
                "%s %.1f s.",
                READY,
                Duration.between(begun, Instant.now()).toMillis() / 1000.0));
    }

    private void end(PidFile pid) {
        try {
            stack.stop();
            pid.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            stopped.countDown();
        }
    }
}
