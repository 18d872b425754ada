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
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    /** What may be any text: numbers of organisations and practitioners, codes of ours, and what identity-service alone can open. */
    private static final Set<String> NUMBERS_AND_CODES = Set.of(
            "action",
            "actor",
            "controller",
            "object",
            "objectType",
            "organization",
            "purpose",
            "scopes",
            "sealedName",
            "sealedNumber",
            "sender",
            "sha256",
            "source",
            "stream",
            "supplier",
            "target",
            "termsId");

    private static final Set<Class<?>> NO_TEXT = Set.of(
            boolean.class,
            int.class,
            long.class,
            Integer.class,
            Long.class,
            Instant.class,
            LocalDate.class,
            UUID.class);

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
        assertThat(freeText("", fact)).isSubsetOf(NUMBERS_AND_CODES);
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
        URI place = URI.create(placeOfAsyncApi(topic));
        JsonNode document = new YAMLMapper().readTree(resource(place.getPath()));

        assertThat(document.at("/asyncapi").asText()).startsWith("3.");
        assertThat(document.at("/channels/facts/address").asText()).isEqualTo(topic.address());
        assertThat(names(document.at("/channels/facts/messages").fieldNames()))
                .isEqualTo(names(document.at("/components/messages").fieldNames()));
        assertThat(document.at("/components/messages"))
                .extracting(message -> message.at("/name").asText() + " "
                        + place.resolve(message.at("/payload/schema/$ref").asText()))
                .containsExactlyInAnyOrderElementsOf(facts().filter(fact -> travelsOn(topic, fact))
                        .map(fact -> EventType.of(fact) + " " + EventType.stem(fact) + ".schema.json")
                        .toList());
    }

    /** Heartbeats speak for the one service that owns a topic. */
    private static boolean travelsOn(Topic topic, Class<? extends Event> fact) {
        return fact == Heartbeat.class ? !topic.owner().equals("*") : Topic.carrying(fact) == topic;
    }

    private static String placeOfAsyncApi(Topic topic) {
        Class<? extends Event> family = FAMILIES.stream()
                .filter(candidate -> Topic.carrying(candidate) == topic)
                .findFirst()
                .orElseThrow();
        String stem = EventType.stem(family);
        return stem.substring(0, stem.lastIndexOf('/')) + "/asyncapi.yaml";
    }

    /** The fields that can hold any text, those of records and lists inside included; a type nobody has thought of is one. */
    private static Stream<String> freeText(String field, Type type) {
        return switch (type) {
            case Class<?> closed when closed.isEnum() || NO_TEXT.contains(closed) -> Stream.empty();
            case Class<?> inside
            when inside.isRecord() ->
                Arrays.stream(inside.getRecordComponents())
                        .flatMap(component -> freeText(component.getName(), component.getGenericType()));
            case ParameterizedType many ->
                Arrays.stream(many.getActualTypeArguments()).flatMap(element -> freeText(field, element));
            default -> Stream.of(field);
        };
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
