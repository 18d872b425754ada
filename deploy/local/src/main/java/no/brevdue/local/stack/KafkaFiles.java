package no.brevdue.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker's directory: its configuration, its first users, and its log. */
record KafkaFiles(Path directory) {

    Path configuration() {
        return directory.resolve("server.properties");
    }

    Path users() {
        return directory.resolve("users");
    }

    private Path log() {
        return directory.resolve("log");
    }

    /** Exists once the log directory has been formatted. */
    Path formatted() {
        return log().resolve("meta.properties");
    }

    void write(
            int port,
            int controllerPort,
            KafkaLogin superUser,
            Collection<KafkaLogin> logins,
            String controllerPassword) {
        try {
            Files.createDirectories(directory);
            Files.writeString(configuration(), configuration(port, controllerPort, superUser, controllerPassword));
            Files.write(
                    users(),
                    logins.stream()
                            .map(login -> "%s=[name=%s,password=%s]"
                                    .formatted(KafkaLogin.MECHANISM, login.user(), login.password()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration(int port, int controllerPort, KafkaLogin superUser, String controllerPassword) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", log().toString().replace("\\", "/"));
        settings.put("listeners", "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "CLIENT://localhost:" + port);
        settings.put("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);

        settings.put("sasl.mechanism.inter.broker.protocol", KafkaLogin.MECHANISM);
        settings.put("listener.name.client.sasl.enabled.mechanisms", KafkaLogin.MECHANISM);
        settings.put("listener.name.client.scram-sha-512.sasl.jaas.config", superUser.jaas());
        // A controller cannot read its own users before it has joined, hence the fixed password.
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.controller.plain.sasl.jaas.config",
                ("org.apache.kafka.common.security.plain.PlainLoginModule required"
                                + " username=\"controller\" password=\"%s\" user_controller=\"%s\";")
                        .formatted(controllerPassword, controllerPassword));
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("super.users", "User:" + superUser.user() + ";User:controller");

        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "12");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A killed broker is noticed and taken back within seconds instead of ten times that.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
