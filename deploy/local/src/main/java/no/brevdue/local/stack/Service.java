package no.brevdue.local.stack;

import no.brevdue.contracts.Topic;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The five services: where they listen, and whose facts they read. */
public enum Service {
    IDENTITY(8101),
    CONSENT(8102),
    MAILBOX(8103),
    NOTIFICATION(8104),
    AUDIT(8105);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    /** Also its login at Kafka, its schema, and the start of its roles' names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return id() + "-service";
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return port + 1000;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public List<Topic> reads() {
        return switch (this) {
            case IDENTITY -> List.of(Topic.IDENTITY_REGISTRATIONS);
            case CONSENT ->
                List.of(Topic.IDENTITY_EVENTS, Topic.MAILBOX_EVENTS, Topic.NOTIFICATION_EVENTS, Topic.AUDIT_EVENTS);
            case MAILBOX -> List.of(Topic.IDENTITY_EVENTS, Topic.CONSENT_EVENTS, Topic.NOTIFICATION_EVENTS);
            case NOTIFICATION -> List.of(Topic.MAILBOX_EVENTS, Topic.IDENTITY_EVENTS, Topic.CONSENT_EVENTS);
            case AUDIT -> List.of(Topic.AUDIT_ENTRIES, Topic.IDENTITY_EVENTS, Topic.CONSENT_EVENTS);
        };
    }

    Path jar(Path repository) {
        return repository.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
