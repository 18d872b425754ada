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
            return Map.ofEntries(
                    Map.entry("brevdue.krr.url", url),
                    Map.entry("brevdue.population-register.url", url),
                    Map.entry("brevdue.address-register.url", url),
                    Map.entry("brevdue.address-register.rest", "PT0.1S"),
                    Map.entry("brevdue.address-register.pause", "PT0.05S"),
                    Map.entry("brevdue.population-register.rest", "PT0.1S"),
                    Map.entry("brevdue.population-feed.url", url),
                    Map.entry("brevdue.population-feed.rest", "PT0.1S"),
                    Map.entry("brevdue.population-feed.pause", "PT0.05S"),
                    Map.entry("brevdue.maskinporten.token-url", "${brevdue.issuer.maskinporten}/token"),
                    Map.entry("brevdue.maskinporten.client-id", "identity"),
                    Map.entry("brevdue.krr.rest", "PT0.2S"),
                    Map.entry("brevdue.krr.patience", "PT0.5S"),
                    Map.entry("brevdue.step-up.client-id", "identity"),
                    Map.entry("brevdue.step-up.callback-url", "https://api.brevdue.example/v1/step-up/callback"),
                    Map.entry("brevdue.step-up.return-url", "https://www.brevdue.example/profile"),
                    Map.entry("brevdue.representation.beat", "PT0.03S"),
                    Map.entry("brevdue.registration.retry-after", "PT0.1S"));
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
