package no.brevdue.mailbox.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.platform.time.RealTime;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** The token that says who we are, kept until shortly before it expires. */
@ApplicationScoped
class ServiceToken {

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final PrintConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;
    private @Nullable String token;
    private Instant expires = Instant.EPOCH;

    ServiceToken(PrintConfig config, ObjectMapper json, @RealTime Clock clock) {
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    /** One at a time: whoever waits finds the token the first has fetched. */
    synchronized String value() throws IOException, InterruptedException {
        String current = token;
        if (current == null || !clock.instant().isBefore(expires)) {
            current = fetch();
            token = current;
        }
        return current;
    }

    synchronized void forget() {
        token = null;
    }

    private String fetch() throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=mailbox&scope=brevdue%3Apostal-addresses.read&client_secret="
                        + URLEncoder.encode(config.clientSecret().orElseThrow(), StandardCharsets.UTF_8);
        URI issuer = config.tokenUrl().orElseThrow();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(issuer)
                        .timeout(config.timeout())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The issuer answers " + answer.statusCode());
        }
        JsonNode body = json.readTree(answer.body());
        expires = clock.instant().plusSeconds(body.path("expires_in").asLong()).minus(EARLY);
        return body.path("access_token").asText();
    }
}
