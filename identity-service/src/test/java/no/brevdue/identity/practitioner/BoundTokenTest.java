package no.brevdue.identity.practitioner;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** A token that HelseID or Maskinporten has bound to a key (DPoP, RFC 9449) is worth nothing without a fresh proof of that key. */
@QuarkusTest
class BoundTokenTest {

    private static final String PATH = "/v1/staff/me";
    private static final String OWN = "http://localhost";

    private final ECKey key = key();
    private final String token = bound(key);

    @Test
    void withAFreshProofOfItsKeyItIsAdmitted() {
        admitted(proof("GET", PATH, Instant.now()));
        admitted(proof("GET", PATH, Instant.now()));
    }

    @Test
    void aProofIsGoodOnce() {
        String proof = proof("GET", PATH, Instant.now());
        admitted(proof);

        refused(call(token, proof));
    }

    @Test
    void aProofIsGoodForAMinuteAndNotBeforeItsTime() {
        refused(call(token, proof("GET", PATH, Instant.now().minusSeconds(70))));
        refused(call(token, proof("GET", PATH, Instant.now().plusSeconds(30))));
    }

    @Test
    void aProofIsForOneMethodAndOneAddress() {
        refused(call(token, proof("POST", PATH, Instant.now())));
        refused(call(token, proof("GET", "/v1/staff/you", Instant.now())));
    }

    @Test
    void anotherKeyOrAnotherTokenProvesNothing() {
        ECKey stolen = key();
        refused(call(token, proof(stolen, token, "GET", PATH, Instant.now())));
        refused(call(token, proof(key, bound(key), "GET", PATH, Instant.now())));
        refused(call(Tokens.healthWorker("9144900", "100100673").sign(), proof("GET", PATH, Instant.now())));
    }

    @Test
    void withoutProofItIsNothingNeitherAsBearer() {
        refused(given().header("Authorization", "DPoP " + token).get(PATH).then());
        refused(given().auth().oauth2(token).get(PATH).then());
        refused(given().auth()
                .oauth2(token)
                .header("DPoP", proof("GET", PATH, Instant.now()))
                .get(PATH)
                .then());
        refused(call(Tokens.citizen("20914695016").with("cnf", jkt(key)).sign(), proof("GET", PATH, Instant.now())));
    }

    @Test
    void aSystemsTokenThatMaskinportenHasBoundNeedsAProofToo() {
        String path = "/v1/organization/suppliers";
        String bound = Tokens.clientSystem("100200708", "brevdue:suppliers")
                .with("cnf", jkt(key))
                .with("jti", UUID.randomUUID().toString())
                .sign();
        String proof = proof(key, bound, "GET", path, Instant.now());

        call(path, bound, proof).statusCode(200);
        refused(call(path, bound, proof));
        refused(call(path, bound, proof(key(), bound, "GET", path, Instant.now())));
        refused(given().auth().oauth2(bound).get(path).then());
    }

    private void admitted(String proof) {
        call(token, proof).statusCode(200).body("standing", equalTo("ACTIVE"));
    }

    private static ValidatableResponse call(String token, String proof) {
        return call(PATH, token, proof);
    }

    private static ValidatableResponse call(String path, String token, String proof) {
        return given().header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .get(path)
                .then();
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse refused(ValidatableResponse response) {
        return response.statusCode(401).contentType("application/problem+json").body("code", equalTo("BD-1031"));
    }

    private String proof(String method, String path, Instant made) {
        return proof(key, token, method, path, made);
    }

    private static String proof(ECKey key, String token, String method, String path, Instant made) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", OWN + ":" + RestAssured.port + path)
                .claim("ath", hash(token))
                .issueTime(Date.from(made))
                .build();
        SignedJWT proof = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims);
        try {
            proof.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return proof.serialize();
    }

    private static String bound(ECKey key) {
        return Tokens.healthWorker("9144900", "100100673")
                .with("cnf", jkt(key))
                .with("jti", UUID.randomUUID().toString())
                .sign();
    }

    private static Map<String, String> jkt(ECKey key) {
        try {
            return Map.of("jkt", key.computeThumbprint().toString());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(String token) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
