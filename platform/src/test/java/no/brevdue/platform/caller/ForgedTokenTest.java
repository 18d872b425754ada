package no.brevdue.platform.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import no.brevdue.platform.probe.ProbeProfile;
import no.brevdue.platform.testing.OidcResource;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Each token is good but for one thing; {@link #theTokenTheyAreMadeFromIsGood} keeps the others honest. */
@QuarkusTest
@TestProfile(ProbeProfile.class)
class ForgedTokenTest {

    private static final long LONG_AGO = 946_684_800L;
    private static final long FAR_FUTURE = 4_102_444_800L;
    private static final Tokens GOOD = Tokens.citizen("20914695016");

    @Test
    void theTokenTheyAreMadeFromIsGood() {
        given().auth().oauth2(GOOD.sign()).get("/guarded/citizen").then().statusCode(200);
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertRefused(GOOD.with("exp", LONG_AGO).sign());
    }

    @Test
    void aTokenWithoutExpiryIsRefused() {
        assertRefused(GOOD.without("exp").sign());
    }

    @Test
    void aTokenThatIsNotYetValidIsRefused() {
        assertRefused(GOOD.with("nbf", FAR_FUTURE).sign());
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        assertRefused(GOOD.with("aud", "https://other.example").sign());
    }

    @Test
    void anUnspecifiedAudienceIsRefused() {
        assertRefused(GOOD.with("aud", "unspecified").sign());
    }

    @Test
    void aTokenWithoutAudienceIsRefused() {
        assertRefused(GOOD.without("aud").sign());
    }

    @Test
    void aTokenOfAnUnknownIssuerIsRefused() {
        assertRefused(GOOD.with("iss", "https://idporten.example").sign());
    }

    @Test
    void aTokenThatNamesOneIssuerAndIsSignedByAnotherIsRefused() {
        assertRefused(GOOD.signedBy(Issuer.OPERATIONS).sign());
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertRefused(new PlainJWT(GOOD.claims()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws ParseException, JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(publicKey().getKeyID())
                        .build(),
                GOOD.claims());
        forged.sign(new MACSigner(publicKey().toRSAPublicKey().getEncoded()));

        assertRefused(forged.serialize());
    }

    @Test
    void aTokenSignedWithAnotherKeyOfTheSameNameIsRefused() throws ParseException, JOSEException {
        RSAKey own = new RSAKeyGenerator(2048).keyID(publicKey().getKeyID()).generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(own.getKeyID()).build(), GOOD.claims());
        forged.sign(new RSASSASigner(own));

        assertRefused(forged.serialize());
    }

    @Test
    void aTokenThatBringsItsOwnKeyIsRefused() throws ParseException, JOSEException {
        RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("own")
                        .jwk(own.toPublicJWK())
                        .build(),
                GOOD.claims());
        forged.sign(new RSASSASigner(own));

        assertRefused(forged.serialize());
    }

    @Test
    void anAlteredTokenIsRefused() {
        String[] parts = GOOD.sign().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String altered = payload.replace("20914695016", "10915596784");
        assertThat(altered).isNotEqualTo(payload);

        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(altered.getBytes(StandardCharsets.UTF_8));
        assertRefused(String.join(".", List.of(parts)));
    }

    private static RSAKey publicKey() throws ParseException {
        String keys = given().get(OidcResource.url(Issuer.ID_PORTEN) + "/jwks").asString();
        return JWKSet.parse(keys).getKeys().getFirst().toRSAKey();
    }

    private static void assertRefused(String token) {
        given().auth()
                .oauth2(token)
                .get("/guarded/citizen")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("BD-1031"));
    }
}
