package no.brevdue.identity.register;

import com.sun.net.httpserver.HttpServer;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;

class MaskinportenTest {

    private static final String ISSUER = "https://maskinporten.example/";
    private static final String SCOPE = "krr:global/kontaktinformasjon.read";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it before each test
    private Path directory;

    @SuppressWarnings("NullAway.Init") // started before each test
    private HttpServer issuer;

    private final List<String> assertions = new CopyOnWriteArrayList<>();
    private volatile int lifetime = 120;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            assertions.add(form.substring(form.indexOf("assertion=") + "assertion=".length()));
            byte[] token = "{\"access_token\":\"t%d\",\"expires_in\":%d}"
                    .formatted(assertions.size(), lifetime)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void anAssertionHoldsExactlyWhatMaskinportenKnows() throws Exception {
        RsaJsonWebKey key = key();

        assertThat(maskinporten(key).token(SCOPE)).isEqualTo("t1");

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(key.getKey())
                .setExpectedAudience(ISSUER)
                .setExpectedIssuer("our-client")
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(2)
                .build()
                .processToClaims(assertions.getFirst());
        assertThat(claims.getClaimNames()).containsExactlyInAnyOrder("aud", "iss", "scope", "iat", "exp", "jti");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo(SCOPE);
    }

    @Test
    void aTokenIsKeptWhileItIsGood() throws Exception {
        Maskinporten maskinporten = maskinporten(key());

        assertThat(List.of(maskinporten.token(SCOPE), maskinporten.token(SCOPE)))
                .containsExactly("t1", "t1");
    }

    @Test
    void aTokenThatIsAboutToExpireIsNotUsedAgain() throws Exception {
        lifetime = 10;
        Maskinporten maskinporten = maskinporten(key());

        assertThat(List.of(maskinporten.token(SCOPE), maskinporten.token(SCOPE)))
                .containsExactly("t1", "t2");
    }

    private Maskinporten maskinporten(RsaJsonWebKey key) throws IOException {
        Path file = Files.writeString(
                directory.resolve("maskinporten.json"), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        return new Maskinporten(
                new RegisterHttp("test"),
                URI.create("http://localhost:" + issuer.getAddress().getPort() + "/token"),
                ISSUER,
                "our-client",
                ClientKey.of(file.toString()),
                Clock.systemUTC());
    }

    private static RsaJsonWebKey key() throws Exception {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("ours");
        return key;
    }
}
