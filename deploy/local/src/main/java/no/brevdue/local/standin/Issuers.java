package no.brevdue.local.standin;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The four issuers, each under its own path. They sign real tokens of the real shapes, but believe whoever asks: client ids
 * are the names of {@link no.brevdue.local.people.Actors}, and secrets and assertions are not checked.
 */
public final class Issuers implements AutoCloseable {

    public static final List<String> NAMES = List.of("idporten", "maskinporten", "helseid", "operations");

    private final MockOAuth2Server server;

    private Issuers(MockOAuth2Server server) {
        this.server = server;
    }

    /** Port 0 takes any free one. */
    public static Issuers start(int port) throws IOException {
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                NAMES.stream()
                        .map(name -> new IssuedClaims(name, Clock.systemUTC()))
                        .collect(Collectors.toUnmodifiableSet())));
        server.start(InetAddress.getLoopbackAddress(), port);
        return new Issuers(server);
    }

    public String issuer(String name) {
        return server.issuerUrl(name).toString();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
