package no.brevdue.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import no.brevdue.contracts.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** A real broker in the JVM of the test, with every topic. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable KafkaRaftServer broker;

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            broker = start(Files.createTempDirectory("brevdue-kafka"), port, freePort());
            String bootstrap = "localhost:" + port;
            createTopics(bootstrap);
            return Map.of("kafka.bootstrap.servers", bootstrap, "kafka.security.protocol", "PLAINTEXT");
        } catch (IOException | ExecutionException failure) {
            throw new IllegalStateException("Kafka did not start", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Kafka did not start", interrupted);
        }
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.shutdown();
            broker.awaitShutdown();
        }
    }

    private static KafkaRaftServer start(Path directory, int port, int controllerPort) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controllerPort));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.resolve("log").toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        Path file = directory.resolve("broker.properties");
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
        format(file);
        Properties properties = new Properties();
        properties.putAll(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static void format(Path settings) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] command = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()};
        if (StorageTool.execute(command, silent) != 0) {
            throw new IllegalStateException("Kafka's storage could not be formatted");
        }
    }

    private static void createTopics(String bootstrap) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topic.address(), Topic.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
