package no.brevdue.identity.register;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.platform.time.RealTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

/** Gets us access tokens from Maskinporten with the JWT bearer grant, and keeps each until shortly before it expires. */
@ApplicationScoped
public class Maskinporten {

    private static final String NAME = "Maskinporten";
    /** Maskinporten accepts at most two minutes. */
    private static final Duration ASSERTION_LIFETIME = Duration.ofSeconds(100);
    /** A token must not expire on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final RegisterHttp http;
    private final URI tokenUrl;
    private final String issuer;
    private final String clientId;
    private final ClientKey key;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Maskinporten(
            RegisterHttp http,
            @ConfigProperty(name = "brevdue.maskinporten.token-url") URI tokenUrl,
            @ConfigProperty(name = "brevdue.issuer.maskinporten") String issuer,
            @ConfigProperty(name = "brevdue.maskinporten.client-id") String clientId,
            @ConfigProperty(name = "brevdue.keys.maskinporten") ClientKey key,
            @RealTime Clock clock) {
        this.http = http;
        this.tokenUrl = tokenUrl;
        this.issuer = issuer;
        this.clientId = clientId;
        this.key = key;
        this.clock = clock;
    }

    /** A token with these scopes, separated by spaces. */
    public String token(String scopes) {
        Token kept = tokens.get(scopes);
        if (kept == null || !kept.expires().isAfter(clock.instant())) {
            kept = fetch(scopes);
            tokens.put(scopes, kept);
        }
        return kept.value();
    }

    private Token fetch(String scopes) {
        Instant now = clock.instant();
        HttpRequest question = http.question(tokenUrl, "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                                + key.sign(assertion(scopes, now))))
                .build();
        JsonNode answer = http.ask(NAME, question)
                .orElseThrow(() -> new RegisterUnavailableException(NAME, "has no token endpoint there"));
        String value = answer.path("access_token").asText();
        if (value.isEmpty()) {
            throw new RegisterUnavailableException(NAME, "answers without a token");
        }
        Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
        return new Token(value, now.plus(lifetime).minus(MARGIN));
    }

    /** Exactly these claims: Maskinporten refuses any it does not know. */
    private JwtClaims assertion(String scopes, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setAudience(issuer);
        claims.setIssuer(clientId);
        claims.setStringClaim("scope", scopes);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(ASSERTION_LIFETIME).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        return claims;
    }

    private record Token(String value, Instant expires) {

        @Override
        public String toString() {
            return "Token[expires=" + expires + "]";
        }
    }
}
