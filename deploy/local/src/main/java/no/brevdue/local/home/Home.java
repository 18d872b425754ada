package no.brevdue.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The directory of one stack. Only its owner may read it: it holds keys, passwords and letters. */
public record Home(Path path) {

    public static final String VARIABLE = "BREVDUE_HOME";

    private static final long LEAST_FREE_BYTES = 1L << 30;
    /** Stands in a directory that is ours; nothing is ever deleted in one without it. */
    private static final String MARK = ".brevdue-home";

    /** What may stand here before the directory was prepared: other stacks' own directories, and the log of the start. */
    private static final Set<String> EARLIER = Set.of("demo", "bench", "logs");

    /** What makes one installation differ from another; nothing else in the directory is ever deleted. */
    private static final List<String> WRITTEN =
            List.of("postgres", "kafka", "keys", "run", "secrets", "clock", "population");

    public static Home fromEnvironment() {
        String named = System.getenv(VARIABLE);
        return new Home(Path.of(named == null || named.isBlank() ? ".brevdue" : named)
                .toAbsolutePath()
                .normalize());
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    /** The unpacked programs; kept apart from the data so that a fresh start need not unpack them again. */
    public Path postgresPrograms() {
        return path.resolve("postgres-programs");
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    public Path keys() {
        return path.resolve("keys");
    }

    public Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** Where the JVM keeps classes it has already read once. */
    public Path classArchive(String name) {
        return path.resolve(name + ".jsa");
    }

    /** What happened in the population register's stand-in. */
    public Path population() {
        return path.resolve("population");
    }

    public Path clock() {
        return path.resolve("clock");
    }

    public PidFile pid(String name) {
        return new PidFile(path.resolve("run").resolve(name + ".pid"));
    }

    public Secrets secrets() {
        return new Secrets(path.resolve("secrets"));
    }

    public void prepare() {
        prepare(LEAST_FREE_BYTES);
    }

    void prepare(long leastFreeBytes) {
        try {
            if (!isOurs() && Files.exists(path) && holdsSomethingElse()) {
                throw new LocalProblem("The directory " + path
                        + " holds something else: set BREVDUE_HOME to a new directory, or to one that Brevdue made.");
            }
            for (Path directory : List.of(path, path.resolve("logs"), path.resolve("run"))) {
                Files.createDirectories(directory);
            }
            if (!isOurs()) {
                Files.createFile(path.resolve(MARK));
            }
            path.toFile().setReadable(false, false);
            path.toFile().setExecutable(false, false);
            path.toFile().setReadable(true, true);
            path.toFile().setExecutable(true, true);
            if (Files.getFileStore(path).getUsableSpace() < leastFreeBytes) {
                throw new LocalProblem("Less than 1 GB is free where " + path
                        + " lies: free some space, or set BREVDUE_HOME to a directory on another disk.");
            }
        } catch (IOException e) {
            throw new LocalProblem(
                    "The directory " + path + " cannot be written: set BREVDUE_HOME to one that you may write.", e);
        }
    }

    /** Forgets all letters, keys and passwords of this stack. */
    public void wipe() {
        if (!isOurs()) {
            return;
        }
        for (String name : WRITTEN) {
            Path top = path.resolve(name);
            if (!Files.exists(top)) {
                continue;
            }
            try (Stream<Path> tree = Files.walk(top)) {
                for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isOurs() {
        return Files.exists(path.resolve(MARK));
    }

    private boolean holdsSomethingElse() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(file -> !EARLIER.contains(file.getFileName().toString()));
        }
    }
}
