package no.brevdue.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens as the issuers make them: {@code given().auth().oauth2(Tokens.citizen(KARI).sign())}. Each method gives
 * one that is accepted; a test of a refusal changes a single thing about it.
 */
public final class Tokens {

    public static final String AUDIENCE = "https://api.brevdue.example";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Signing is what costs most in some tests. */
    private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();

    private final RSAKey key;
    private final Map<String, Object> claims;

    private Tokens(RSAKey key, Map<String, Object> claims) {
        this.key = key;
        this.claims = claims;
    }

    /** A person who has logged in at level high. */
    public static Tokens citizen(String number) {
        return of(Issuer.ID_PORTEN, "brevdue:me")
                .with(
                        "sub",
                        UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .with("pid", number)
                .with("acr", Level.HIGH.acr())
                .with("client_id", "patient-app");
    }

    /** A client system of an organisation, by its nine digits. */
    public static Tokens clientSystem(String organization, String scopes) {
        return of(Issuer.MASKINPORTEN, scopes)
                .with("client_id", "clinic-system")
                .with("consumer", iso6523(organization));
    }

    /** Authorised health personnel of an organisation, logged in at level high. */
    public static Tokens healthWorker(String hprNumber, String organization) {
        return of(Issuer.HELSE_ID, "brevdue:staff")
                .with("helseid://claims/identity/security_level", "4")
                .with("helseid://claims/hpr/hpr_number", hprNumber)
                .with("helseid://claims/client/claims/orgnr_parent", organization);
    }

    public static Tokens operator(String subject) {
        return of(Issuer.OPERATIONS, "brevdue:operate").with("sub", subject).with("client_id", "console");
    }

    /** One of our own services, by its name. */
    public static Tokens serviceAccount(String service, String scopes) {
        return of(Issuer.OPERATIONS, scopes).with("sub", service).with("client_id", service);
    }

    /** An organisation as Maskinporten writes it. */
    public static Map<String, String> iso6523(String organization) {
        return Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + organization);
    }

    /** Scopes are separated by spaces. */
    private static Tokens of(Issuer issuer, String scopes) {
        long now = System.currentTimeMillis() / 1000 / 60 * 60; // within a minute the same claims are the same token
        return new Tokens(
                OidcResource.key(issuer),
                Map.of(
                        "iss", OidcResource.url(issuer),
                        "aud", AUDIENCE,
                        "scope", scopes,
                        "iat", now,
                        "exp", now + LIFETIME.toSeconds()));
    }

    public Tokens with(String claim, Object value) {
        Map<String, Object> changed = new TreeMap<>(claims);
        changed.put(claim, value);
        return new Tokens(key, changed);
    }

    public Tokens without(String claim) {
        Map<String, Object> changed = new TreeMap<>(claims);
        changed.remove(claim);
        return new Tokens(key, changed);
    }

    /** The same claims, truly made by another issuer. */
    public Tokens by(Issuer other) {
        return signedBy(other).with("iss", OidcResource.url(other));
    }

    /** The same claims with another issuer's signature. */
    public Tokens signedBy(Issuer other) {
        return new Tokens(OidcResource.key(other), claims);
    }

    public String sign() {
        return SIGNED.computeIfAbsent(key.getKeyID() + claims, unknown -> signNow());
    }

    private String signNow() {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    public JWTClaimsSet claims() {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return set.build();
    }
}
