package no.brevdue.mailbox.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks identity-service where a letter can be posted, at the moment it is needed and for that purpose alone. */
@ApplicationScoped
class AddressClient {

    private static final Logger LOGGER = Logger.getLogger(AddressClient.class);
    /** The code of identity-service's problem no-postal-address. */
    private static final String NO_POSTAL_ADDRESS = "BD-1140";

    /** What identity-service says. */
    sealed interface Answer {

        record Address(String name, List<String> lines) implements Answer {

            @Override
            public String toString() {
                return "Address[***]";
            }
        }

        /** Nothing can be posted to this person, and why is not said. */
        record None() implements Answer {}

        /** There was no answer, or none that can be believed. Ask again later. */
        record Away() implements Answer {}
    }

    private final PrintConfig config;
    private final ServiceToken token;
    private final ObjectMapper json;
    private final HttpClient http;

    AddressClient(PrintConfig config, ServiceToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    Answer lookUp(UUID alias) {
        try {
            URI url = URI.create(config.identityUrl().orElseThrow() + "/v1/postal-addresses/lookups");
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(url)
                            .timeout(config.timeout())
                            .header("Authorization", "Bearer " + token.value())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    json.writeValueAsString(Map.of("alias", alias, "purpose", "letter-print"))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return read(answer);
        } catch (IOException away) {
            LOGGER.warnf(
                    "Identity-service could not be asked: %s", away.getClass().getSimpleName());
            return new Answer.Away();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Away();
        }
    }

    private Answer read(HttpResponse<String> answer) throws IOException {
        JsonNode body = answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
        if (answer.statusCode() == 200) {
            List<String> lines = new ArrayList<>();
            body.path("lines").forEach(line -> lines.add(line.asText()));
            return new Answer.Address(body.path("name").asText(), lines);
        }
        // Only identity-service itself can say so; a proxy that has lost its way says 404 as well.
        if (answer.statusCode() == 404 && body.path("code").asText().equals(NO_POSTAL_ADDRESS)) {
            return new Answer.None();
        }
        if (answer.statusCode() == 401) {
            token.forget();
        }
        LOGGER.warnf("A postal address could not be looked up: status=%d", answer.statusCode());
        return new Answer.Away();
    }
}
