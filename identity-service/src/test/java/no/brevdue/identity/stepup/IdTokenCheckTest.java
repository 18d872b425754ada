package no.brevdue.identity.stepup;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.identity.Browser;
import no.brevdue.identity.Letters;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.testing.OidcResource;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import java.security.Key;
import java.time.Instant;
import java.util.UUID;
import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;

/** What no issuer would send, and a thief might. */
@QuarkusTest
class IdTokenCheckTest {

    private static final RsaJsonWebKey ISSUERS = key();
    private static final String NOT_VERIFIED = "not-verified";

    @Inject
    IdTokenCheck check;

    @Inject
    Letters letters;

    @Test
    void aTokenOfTheIssuerForUsIsBelieved() throws JoseException {
        assertThat(check.flaw(answer(claims()), stepUp())).isEmpty();
    }

    @Test
    void aTokenWithAnotherSignatureIsRefused() throws JoseException {
        String forged = sign(claims(), key().getPrivateKey(), AlgorithmIdentifiers.RSA_USING_SHA256);

        assertThat(check.flaw(new IdPorten.Answer(forged, keys()), stepUp())).hasValue(NOT_VERIFIED);
    }

    @Test
    void anUnsignedTokenIsRefused() throws JoseException {
        JsonWebSignature unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        unsigned.setPayload(claims().toJson());

        assertThat(check.flaw(new IdPorten.Answer(unsigned.getCompactSerialization(), keys()), stepUp()))
                .hasValue(NOT_VERIFIED);
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JoseException {
        Key secret = new HmacKey(ISSUERS.getRsaPublicKey().getEncoded());

        String forged = sign(claims(), secret, AlgorithmIdentifiers.HMAC_SHA256);

        assertThat(check.flaw(new IdPorten.Answer(forged, keys()), stepUp())).hasValue(NOT_VERIFIED);
    }

    @Test
    void aTokenForAnotherClientIsRefused() throws JoseException {
        JwtClaims claims = claims();
        claims.setAudience("another-client");

        assertThat(check.flaw(answer(claims), stepUp())).hasValue(NOT_VERIFIED);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws JoseException {
        JwtClaims claims = claims();
        claims.setIssuer(OidcResource.url(Issuer.HELSE_ID));

        assertThat(check.flaw(answer(claims), stepUp())).hasValue(NOT_VERIFIED);
    }

    @Test
    void anExpiredTokenIsRefused() throws JoseException {
        JwtClaims claims = claims();
        claims.setExpirationTimeMinutesInTheFuture(-1);

        assertThat(check.flaw(answer(claims), stepUp())).hasValue(NOT_VERIFIED);
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        assertThat(check.flaw(new IdPorten.Answer("", keys()), stepUp())).hasValue(NOT_VERIFIED);
    }

    private JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(OidcResource.url(Issuer.ID_PORTEN));
        claims.setAudience("identity");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setClaim("nonce", "ours");
        Browser.login(SyntheticPeople.BODIL).forEach(claims::setClaim);
        return claims;
    }

    private StepUpRow stepUp() {
        return new StepUpRow(
                UUID.randomUUID(),
                letters.alias(SyntheticPeople.BODIL),
                Operation.CHANGE_EMAIL,
                "ours",
                new byte[0],
                Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    private static IdPorten.Answer answer(JwtClaims claims) throws JoseException {
        return new IdPorten.Answer(
                sign(claims, ISSUERS.getPrivateKey(), AlgorithmIdentifiers.RSA_USING_SHA256), keys());
    }

    private static String sign(JwtClaims claims, Key key, String algorithm) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(ISSUERS.getKeyId());
        token.setKey(key);
        token.setPayload(claims.toJson());
        return token.getCompactSerialization();
    }

    private static String keys() {
        return new JsonWebKeySet(ISSUERS).toJson();
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("the-issuers");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
