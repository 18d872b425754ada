package no.brevdue.identity.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks registers. What goes out and comes back is about people: no message of a failure repeats any of it. */
@ApplicationScoped
public class RegisterHttp {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean unprotectedAllowed;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RegisterHttp(@ConfigProperty(name = "brevdue.environment") String environment) {
        this.unprotectedAllowed = environment.equals("test");
    }

    /** A question to the register at {@code base}; only test environments may ask over plain HTTP. */
    public HttpRequest.Builder question(URI base, String path) {
        if (!unprotectedAllowed && !"https".equals(base.getScheme())) {
            throw new IllegalStateException("The register at " + base + " is not https: identity numbers would travel"
                    + " unprotected. Only brevdue.environment=test allows that.");
        }
        String address = base.toString();
        return HttpRequest.newBuilder(URI.create(
                        address.endsWith("/") ? address.substring(0, address.length() - 1) + path : address + path))
                .timeout(ANSWERING)
                .header("Accept", "application/json");
    }

    /**
     * The answer; nothing if the register says that there is none (404).
     *
     * @throws RegisterUnavailableException for everything else
     */
    public Optional<JsonNode> ask(String register, HttpRequest question) {
        RegisterReply reply = exchange(register, question);
        return switch (reply.status()) {
            case 200 -> Optional.of(reply.json());
            case 404 -> Optional.empty();
            default -> throw new RegisterUnavailableException(register, "answers " + reply.status());
        };
    }

    /**
     * The answer, whatever its status.
     *
     * @throws RegisterUnavailableException if there is none
     */
    public RegisterReply exchange(String register, HttpRequest question) {
        try {
            return new RegisterReply(register, http.send(question, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException away) {
            throw new RegisterUnavailableException(register, away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegisterUnavailableException(register, interrupted);
        }
    }

    static JsonNode json(String register, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException unreadable) {
            // Without the cause: the parser's message quotes the answer.
            throw new RegisterUnavailableException(register, "does not answer in JSON");
        }
    }
}
