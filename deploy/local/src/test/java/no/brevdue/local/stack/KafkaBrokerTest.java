package no.brevdue.local.stack;

import no.brevdue.contracts.Topic;
import no.brevdue.local.home.Home;
import no.brevdue.local.home.Secrets;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaBrokerTest {

    private static Secrets secrets;
    private static Child broker;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        Home home = new Home(directory);
        home.prepare();
        secrets = home.secrets();
        port = PostgresServerTest.freePort();
        KafkaLogin superUser = KafkaLogin.of(KafkaLogin.SUPER_USER, secrets);
        new KafkaFiles(home.kafka())
                .write(
                        port,
                        PostgresServerTest.freePort(),
                        superUser,
                        List.of(superUser, KafkaLogin.of("mailbox", secrets), KafkaLogin.of("consent", secrets)),
                        secrets.password("kafka.controller"));
        broker = Child.start(
                home,
                Stack.BROKER,
                List.of(
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaBroker.class.getName(),
                        home.kafka().toString()),
                Map.of());
        KafkaAccess.establish(superUser, port);
    }

    @AfterAll
    static void stop() {
        broker.stop(Duration.ofSeconds(10));
    }

    @Test
    void aServiceWritesItsOwnFacts() throws Exception {
        assertThat(send(KafkaLogin.of("mailbox", secrets), Topic.MAILBOX_EVENTS).hasOffset())
                .isTrue();
        assertThat(send(KafkaLogin.of("mailbox", secrets), Topic.IDENTITY_REGISTRATIONS)
                        .hasOffset())
                .isTrue();
    }

    @Test
    void aServiceCannotWriteAnothersFacts() {
        assertThatThrownBy(() -> send(KafkaLogin.of("consent", secrets), Topic.MAILBOX_EVENTS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void sealedNumbersAreHiddenFromEverybodyButIdentity() throws Exception {
        try (Admin consent = Admin.create(settings(KafkaLogin.of("consent", secrets)))) {
            assertThat(consent.listTopics().names().get())
                    .contains(Topic.IDENTITY_EVENTS.address(), Topic.CONSENT_EVENTS.address())
                    .doesNotContain(Topic.IDENTITY_REGISTRATIONS.address());
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> send(new KafkaLogin("mailbox", "guessed"), Topic.MAILBOX_EVENTS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    private static RecordMetadata send(KafkaLogin login, Topic topic) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(login), new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic.address(), "key", "value"))
                    .get();
        }
    }

    private static Map<String, Object> settings(KafkaLogin login) {
        Map<String, Object> settings = new HashMap<>(login.settings(port));
        settings.put("max.block.ms", "20000");
        return settings;
    }
}
