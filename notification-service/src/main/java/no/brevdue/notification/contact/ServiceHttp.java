package no.brevdue.notification.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Speaks to our other services as ourselves. Never throws: without an answer there is none. */
@ApplicationScoped
public class ServiceHttp {

    private static final Logger LOGGER = Logger.getLogger(ServiceHttp.class);

    private final HttpClient http;
    private final ContactConfig config;
    private final AccessToken token;
    private final ObjectMapper json;

    ServiceHttp(ContactConfig config, AccessToken token, ObjectMapper json) {
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
        this.config = config;
        this.token = token;
        this.json = json;
    }

    public Optional<Answer> post(URI service, String path, Map<String, ?> body) {
        try {
            return send(request(service, path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build());
        } catch (IOException | RuntimeException failure) {
            return nothing(failure);
        }
    }

    Optional<Answer> delete(URI service, String path) {
        try {
            return send(request(service, path).DELETE().build());
        } catch (IOException | RuntimeException failure) {
            return nothing(failure);
        }
    }

    private HttpRequest.Builder request(URI service, String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .timeout(config.timeout())
                .header("Authorization", "Bearer " + token.value());
    }

    private Optional<Answer> send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == 401) {
                token.forget();
            }
            String body = response.body();
            return Optional.of(new Answer(
                    response.statusCode(), body.isEmpty() ? MissingNode.getInstance() : json.readTree(body)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Answer> nothing(Exception failure) {
        LOGGER.warnf("A service could not be asked: %s", failure.getClass().getSimpleName());
        return Optional.empty();
    }

    /** What came back, in JSON. */
    public record Answer(int status, JsonNode body) {

        /** Absent, or of another type, is empty. */
        public Optional<String> text(String field) {
            JsonNode value = body.get(field);
            return value == null || !value.isTextual() ? Optional.empty() : Optional.of(value.textValue());
        }

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }
}
