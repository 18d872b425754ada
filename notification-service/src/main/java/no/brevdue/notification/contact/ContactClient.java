package no.brevdue.notification.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.contracts.identity.v1.Language;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks identity-service how a person can be reached, at the moment it is needed and for that purpose alone. */
@ApplicationScoped
public class ContactClient {

    private static final Logger LOGGER = Logger.getLogger(ContactClient.class);
    /** The code of identity-service's problem no-such-alias. */
    private static final String NO_SUCH_ALIAS = "BD-1110";

    private static final String PURPOSE = "letter-notification";

    private final HttpClient http;
    private final URI lookups;
    private final Duration timeout;
    private final AccessToken token;
    private final ObjectMapper json;
    private final ObjectReader answers;
    private final MeterRegistry meters;

    ContactClient(ContactConfig config, AccessToken token, ObjectMapper json, MeterRegistry meters) {
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
        this.lookups = URI.create(config.url() + "/v1/contact-points/lookups");
        this.timeout = config.timeout();
        this.token = token;
        this.json = json;
        this.answers = json.reader();
        this.meters = meters;
    }

    /** Never throws: whatever goes wrong is {@link ContactLookup.Away}. */
    public ContactLookup lookUp(UUID alias) {
        ContactLookup answer = ask(alias);
        meters.counter("brevdue.contact.lookups", "answer", answer.getClass().getSimpleName())
                .increment();
        return answer;
    }

    private ContactLookup ask(UUID alias) {
        try {
            return read(http.send(request(alias), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new ContactLookup.Away();
        } catch (IOException | RuntimeException failure) {
            LOGGER.warnf(
                    "Contact points could not be looked up: %s",
                    failure.getClass().getSimpleName());
            return new ContactLookup.Away();
        }
    }

    private HttpRequest request(UUID alias) throws JsonProcessingException {
        String body = json.writeValueAsString(Map.of("alias", alias, "purpose", PURPOSE));
        return HttpRequest.newBuilder(lookups)
                .timeout(timeout)
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private ContactLookup read(HttpResponse<String> response) throws IOException {
        return switch (response.statusCode()) {
            case 200 -> contact(answers.readTree(response.body()));
            case 404 -> nobody(answers.readTree(response.body()));
            case 401 -> {
                token.forget();
                yield away(response);
            }
            default -> away(response);
        };
    }

    private static ContactLookup contact(JsonNode answer) {
        return EmailAddress.of(text(answer, "email"))
                .<ContactLookup>map(email -> new ContactLookup.Reachable(email, language(answer)))
                .orElseGet(ContactLookup.NoChannel::new);
    }

    /** Only identity-service itself can say that it knows nobody; a proxy that has lost its way says 404 as well. */
    private static ContactLookup nobody(JsonNode problem) {
        return NO_SUCH_ALIAS.equals(text(problem, "code")) ? new ContactLookup.NoChannel() : new ContactLookup.Away();
    }

    private static ContactLookup away(HttpResponse<String> response) {
        LOGGER.warnf("Contact points could not be looked up: status=%d", response.statusCode());
        return new ContactLookup.Away();
    }

    private static Language language(JsonNode answer) {
        String language = text(answer, "language");
        return language == null ? Language.NB : Language.valueOf(language);
    }

    private static @Nullable String text(JsonNode answer, String field) {
        JsonNode value = answer.get(field);
        return value == null || !value.isTextual() ? null : value.textValue();
    }
}
