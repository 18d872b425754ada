package no.brevdue.identity.register;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key by which we are known as a client at Maskinporten or ID-porten: a private RSA key in JWK form with a {@code kid}, as registered there. */
public final class ClientKey {

    private final PublicJsonWebKey key;

    private ClientKey(PublicJsonWebKey key) {
        this.key = key;
    }

    /** Reads the file; configuration calls this with the configured path. */
    public static ClientKey of(String path) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(Path.of(path)));
            if (key.getPrivateKey() == null || key.getKeyId() == null) {
                throw new IllegalArgumentException("The key file " + path + " holds no private key with a kid.");
            }
            return new ClientKey(key);
        } catch (IOException e) {
            throw new IllegalArgumentException("The key file " + path + " is missing or cannot be read.", e);
        } catch (JoseException e) {
            throw new IllegalArgumentException("The key file " + path + " holds no JWK.", e);
        }
    }

    public String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The client key cannot sign.", e);
        }
    }
}
