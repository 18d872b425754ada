package no.brevdue.identity.stepup;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.identity.register.ClientKey;
import no.brevdue.identity.register.RegisterHttp;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.time.RealTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** ID-porten as an OpenID provider of ours: where to send a browser, and what it says of whoever logged in. */
@ApplicationScoped
class IdPorten {

    private static final String NAME = "ID-porten";
    private static final Duration ASSERTION_LIFETIME = Duration.ofSeconds(60);

    private final RegisterHttp http;
    private final URI issuer;
    private final StepUpConfig config;
    private final ClientKey key;
    private final Clock clock;

    IdPorten(
            RegisterHttp http,
            @ConfigProperty(name = "brevdue.issuer.id-porten") URI issuer,
            StepUpConfig config,
            @ConfigProperty(name = "brevdue.keys.id-porten") ClientKey key,
            @RealTime Clock clock) {
        this.http = http;
        this.issuer = issuer;
        this.config = config;
        this.key = key;
        this.clock = clock;
    }

    /** Where somebody logs in anew, even if they are logged in already. */
    URI loginPage(Secret state, String nonce, Secret verifier) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", config.clientId());
        parameters.put("redirect_uri", config.callbackUrl().toString());
        parameters.put("scope", "openid");
        parameters.put("acr_values", Level.HIGH.acr());
        parameters.put("prompt", "login");
        parameters.put("state", state.value());
        parameters.put("nonce", nonce);
        parameters.put("code_challenge", verifier.challenge());
        parameters.put("code_challenge_method", "S256");
        return URI.create(metadata().path("authorization_endpoint").asText() + "?" + form(parameters));
    }

    /**
     * Hands in the code that a browser brought back.
     *
     * @throws RegisterUnavailableException if ID-porten is away or does not take it
     */
    Answer exchange(String code, Secret verifier) {
        JsonNode metadata = metadata();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", config.callbackUrl().toString());
        parameters.put("code_verifier", verifier.value());
        parameters.put("client_id", config.clientId());
        parameters.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        parameters.put("client_assertion", key.sign(assertion()));
        HttpRequest request = http.question(endpoint(metadata, "token_endpoint"), "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        JsonNode tokens = ask(request);
        JsonNode keys = ask(http.question(endpoint(metadata, "jwks_uri"), "").build());
        return new Answer(tokens.path("id_token").asText(), keys.toString());
    }

    private JwtClaims assertion() {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setAudience(issuer.toString());
        claims.setIssuer(config.clientId());
        claims.setSubject(config.clientId());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(ASSERTION_LIFETIME).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        return claims;
    }

    /** Asked for each time: a step-up is rare, and addresses and keys may change. */
    private JsonNode metadata() {
        JsonNode metadata =
                ask(http.question(issuer, "/.well-known/openid-configuration").build());
        if (!metadata.path("issuer").asText().equals(issuer.toString())) {
            throw new RegisterUnavailableException(NAME, "describes another issuer");
        }
        return metadata;
    }

    private JsonNode ask(HttpRequest request) {
        return http.ask(NAME, request).orElseThrow(() -> new RegisterUnavailableException(NAME, "has no such address"));
    }

    private static URI endpoint(JsonNode metadata, String name) {
        return URI.create(metadata.path(name).asText());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * What came back, not yet believed.
     *
     * @param keys the issuer's published keys, as a JWK set
     */
    record Answer(String idToken, String keys) {

        @Override
        public String toString() {
            return "Answer[***]";
        }
    }
}
