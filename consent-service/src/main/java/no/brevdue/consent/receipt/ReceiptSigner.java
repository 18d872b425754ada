package no.brevdue.consent.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import no.brevdue.platform.crypto.KeysetFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs receipts as compact JWS with EdDSA (RFC 8037). */
@ApplicationScoped
class ReceiptSigner {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PublicKeySign signing;
    private final List<PublicJwk> keys;

    ReceiptSigner(@ConfigProperty(name = "brevdue.keys.receipt-signing") KeysetFile keys) {
        this.signing = keys.primitive(PublicKeySign.class);
        this.keys = keys.publicKeys(Ed25519PublicKey.class).stream()
                .map(key -> publicJwk(BASE64.encodeToString(bytes(key))))
                .toList();
    }

    /** Tink asks whoever takes a key apart to say so. A bare Ed25519 key is what every verifier understands. */
    @AccessesPartialKey
    private static byte[] bytes(Ed25519PublicKey key) {
        return key.getPublicKeyBytes().toByteArray();
    }

    /** Named by its thumbprint (RFC 7638), so that a receipt says which key it needs. */
    private static PublicJwk publicJwk(String x) {
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return new PublicJwk("OKP", "Ed25519", x, BASE64.encodeToString(thumbprint), "EdDSA", "sig");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The one that signs. */
    PublicJwk key() {
        return keys.getFirst();
    }

    /** All that ever signed and is in use. */
    List<PublicJwk> keys() {
        return keys;
    }

    String sign(Receipt receipt) {
        try {
            byte[] header = JSON.writeValueAsBytes(Map.of("alg", "EdDSA", "typ", "JWT", "kid", key().kid()));
            String input = BASE64.encodeToString(header) + "." + BASE64.encodeToString(JSON.writeValueAsBytes(receipt));
            byte[] signature = signing.sign(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + BASE64.encodeToString(signature);
        } catch (JsonProcessingException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The receipt cannot be signed.", unusable);
        }
    }

    /** The public half. */
    public record PublicJwk(String kty, String crv, String x, String kid, String alg, String use) {}
}
