package no.brevdue.local.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.local.home.LocalProblem;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Checks the signature of a receipt against a JWK set: compact JWS, EdDSA over Ed25519 and nothing else. */
public final class ReceiptVerifier {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;

    private final JsonNode keys;

    public ReceiptVerifier(String jwkSet) throws IOException {
        this.keys = JSON.readTree(jwkSet).path("keys");
    }

    /**
     * What the receipt says, if it says so truly.
     *
     * @throws LocalProblem if it was not signed with one of the keys, or was changed since
     */
    public JsonNode verified(String receipt) throws IOException {
        String[] parts = receipt.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new LocalProblem("This is no receipt: a compact JWS has three parts.");
        }
        try {
            JsonNode header = JSON.readTree(decoded(parts[0]));
            if (!header.path("alg").asText().equals("EdDSA") || header.has("crit")) {
                throw new LocalProblem("The receipt is signed in a way that is not accepted.");
            }
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key(header.path("kid").asText()));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(decoded(parts[2]))) {
                throw new LocalProblem("The signature does not fit: the receipt was changed.");
            }
            return JSON.readTree(decoded(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new LocalProblem("The receipt cannot be verified: " + unreadable.getMessage());
        }
    }

    private PublicKey key(String id) throws GeneralSecurityException {
        for (JsonNode key : keys) {
            if (key.path("kid").asText().equals(id) && key.path("crv").asText().equals("Ed25519")) {
                return publicKey(decoded(key.path("x").asText()));
            }
        }
        throw new LocalProblem("The receipt was signed with a key that is not among these.");
    }

    /** RFC 8032: the y coordinate, little-endian, and in the highest bit whether x is odd. */
    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        if (raw.length != KEY_BYTES) {
            throw new GeneralSecurityException("a key of the wrong length");
        }
        byte[] y = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            y[i] = raw[KEY_BYTES - 1 - i];
        }
        boolean odd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
