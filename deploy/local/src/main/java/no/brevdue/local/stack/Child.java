package no.brevdue.local.stack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.local.home.Home;
import no.brevdue.local.home.PidFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Java process of the stack, its log in a file. */
final class Child {

    private final String name;
    private final Process process;
    private final PidFile pid;
    private final Path log;

    private Child(String name, Process process, PidFile pid, Path log) {
        this.name = name;
        this.process = process;
        this.pid = pid;
        this.log = log;
    }

    static Child start(Home home, String name, List<String> arguments, Map<String, String> environment) {
        // Ctrl-C and the end of a terminal reach every process of it at once; the children wait to be stopped in order.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Path log = home.log(name);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            PidFile pid = home.pid(name);
            pid.write(process.toHandle());
            return new Child(name, process, pid, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, however long that takes, and returns the exit code. */
    int waitFor() {
        return process.onExit().join().exitValue();
    }

    /** Leaves it no time for anything, and returns when it is gone. */
    static void kill(ProcessHandle process) {
        if (!process.destroyForcibly() && process.isAlive()) {
            throw new IllegalStateException("Process " + process.pid() + " cannot be killed");
        }
        process.onExit().join();
    }

    /** Java can end a process, but neither halt it nor let it go on. */
    static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("kill -" + name + " ended with exit code " + exitCode);
        }
    }

    /** A story may have started it again since, in a process of its own. Says whether it ended by itself. */
    @CanIgnoreReturnValue
    boolean stop(Duration patience) {
        boolean byItself = stop(pid.running().orElseGet(process::toHandle), patience);
        pid.delete();
        return byItself;
    }

    /** Asks first (SIGTERM), and waits; what has not ended by then is killed. Says whether it ended by itself. */
    @CanIgnoreReturnValue
    static boolean stop(ProcessHandle process, Duration patience) {
        if (!process.isAlive()) {
            return true;
        }
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last words, for whoever asks why it ended. */
    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
