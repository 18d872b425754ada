package no.brevdue.identity;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Starts {@link Registers} and tells the service where they are. Tokens come from the test's own Maskinporten. */
public final class RegistersResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = Registers.start();
            String url = "http://localhost:" + server.getAddress().getPort();
            return Map.of(
                    "brevdue.krr.url", url,
                    "brevdue.population-register.url", url,
                    "brevdue.maskinporten.token-url", "${brevdue.issuer.maskinporten}/token",
                    "brevdue.maskinporten.client-id", "identity",
                    "brevdue.krr.rest", "PT0.2S",
                    "brevdue.krr.patience", "PT0.5S",
                    "brevdue.step-up.client-id", "identity",
                    "brevdue.step-up.callback-url", "https://api.brevdue.example/v1/step-up/callback",
                    "brevdue.step-up.return-url", "https://www.brevdue.example/profile",
                    "brevdue.registration.retry-after", "PT0.1S");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
