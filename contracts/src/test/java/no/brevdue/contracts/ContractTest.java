package no.brevdue.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import no.brevdue.contracts.accesslog.v1.AccessLogEvent;
import no.brevdue.contracts.audit.v1.AuditEvent;
import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.notification.v1.NotificationEvent;
import no.brevdue.contracts.registration.v1.RegistrationEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;
import static org.assertj.core.api.Assertions.assertThat;

/** Record, schema, example and AsyncAPI document of each fact agree. */
class ContractTest {

    private static final List<Class<? extends Event>> FAMILIES = List.of(
            IdentityEvent.class,
            RegistrationEvent.class,
            ConsentEvent.class,
            MailboxEvent.class,
            NotificationEvent.class,
            AccessLogEvent.class,
            AuditEvent.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .build();

    static Stream<Class<? extends Event>> facts() {
        return Stream.concat(
                FAMILIES.stream()
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .map(fact -> fact.<Event>asSubclass(Event.class)),
                Stream.of(Heartbeat.class));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theSchemaNamesExactlyTheFieldsOfTheRecord(Class<? extends Event> fact) throws IOException {
        JsonNode schema = JSON.readTree(resource(EventType.stem(fact) + ".schema.json"));

        assertThat(names(schema.get("properties").fieldNames())).isEqualTo(components(fact, false));
        assertThat(texts(schema.get("required"))).isEqualTo(components(fact, true));
        assertThat(schema.get("title").asText()).isEqualTo(fact.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theExampleSatisfiesTheSchema(Class<? extends Event> fact) throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(resource(EventType.stem(fact) + ".schema.json"));

        assertThat(schema.validate(
                        JSON.readTree(resource(EventType.stem(fact) + ".example.json")),
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theExampleSurvivesTheRecord(Class<? extends Event> fact) throws IOException {
        JsonNode example = JSON.readTree(resource(EventType.stem(fact) + ".example.json"));

        Event event = JSON.treeToValue(example, fact);

        JsonNode written = JSON.readTree(JSON.writeValueAsString(event));
        assertThat(written).isEqualTo(example);
        assertThat(event.key()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void noFieldCanCarryContentOrAnIdentityNumber(Class<? extends Event> fact) {
        assertThat(components(fact, false))
                .doesNotContainAnyElementsOf(
                        Set.of("title", "body", "content", "name", "email", "mobile", "nationalIdentityNumber", "pid"));
    }

    @Test
    void theListOfTypesIsTheApprovedOne() throws IOException {
        String types = String.join("\n", facts().map(EventType::of).sorted().toList()) + "\n";

        assertThat(types)
                .as("A new or renamed type is a change of the published language; "
                        + "approve it in src/test/resources/approved/event-types.txt")
                .isEqualTo(text("/approved/event-types.txt"));
    }

    @ParameterizedTest
    @EnumSource
    void theAsyncApiDocumentOfATopicListsExactlyWhatTravelsOnIt(Topic topic) throws IOException {
        JsonNode document = asyncApi(topic);

        assertThat(document.at("/channels/facts/address").asText()).isEqualTo(topic.address());
        assertThat(names(document.at("/channels/facts/messages").fieldNames()))
                .isEqualTo(names(document.at("/components/messages").fieldNames()));
        assertThat(document.at("/components/messages").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(facts().filter(fact -> travelsOn(topic, fact))
                        .map(EventType::of)
                        .toList());
    }

    /** Heartbeats speak for the one service that owns a topic. */
    private static boolean travelsOn(Topic topic, Class<? extends Event> fact) {
        return fact == Heartbeat.class ? !topic.owner().equals("*") : Topic.carrying(fact) == topic;
    }

    private static JsonNode asyncApi(Topic topic) throws IOException {
        Class<? extends Event> family = FAMILIES.stream()
                .filter(candidate -> Topic.carrying(candidate) == topic)
                .findFirst()
                .orElseThrow();
        String stem = EventType.stem(family);
        return new YAMLMapper().readTree(resource(stem.substring(0, stem.lastIndexOf('/')) + "/asyncapi.yaml"));
    }

    private static Set<String> components(Class<?> fact, boolean requiredOnly) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : fact.getRecordComponents()) {
            if (!requiredOnly || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                names.add(component.getName());
            }
        }
        return names;
    }

    private static Set<String> names(Iterator<String> names) {
        List<String> all = new ArrayList<>();
        names.forEachRemaining(all::add);
        return new TreeSet<>(all);
    }

    private static Set<String> texts(JsonNode array) {
        return new TreeSet<>(StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }

    private static String resource(String name) throws IOException {
        return text("/contracts/" + name);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
