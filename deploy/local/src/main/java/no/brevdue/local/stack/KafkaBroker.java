package no.brevdue.local.stack;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One broker that is its own controller, in a process of its own so that it can be killed like a real one. Runs until its
 * process is told to stop, or until the launcher that holds its standard input is gone.
 */
final class KafkaBroker {

    private KafkaBroker() {}

    /** Takes the directory that {@link KafkaFiles} prepared. */
    public static void main(String[] arguments) throws IOException {
        KafkaFiles files = new KafkaFiles(Path.of(arguments[0]));
        if (!Files.exists(files.formatted())) {
            format(files);
        }
        Thread.ofPlatform().daemon().name("launcher-watch").start(KafkaBroker::stopWithTheLauncher);
        Kafka.main(new String[] {files.configuration().toString()});
    }

    /** Users are written into the metadata before the first start: nobody can log in to create them afterwards. */
    private static void format(KafkaFiles files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                files.configuration().toString()));
        for (String line : Files.readAllLines(files.users())) {
            command.add("--add-scram");
            command.add(line);
        }
        PrintStream out = System.out;
        if (StorageTool.execute(command.toArray(String[]::new), out) != 0) {
            throw new IllegalStateException("The log directory could not be formatted");
        }
    }

    private static void stopWithTheLauncher() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever written here; only the end matters.
            }
        } catch (IOException gone) {
            // The same as the end.
        }
        System.exit(0);
    }
}
