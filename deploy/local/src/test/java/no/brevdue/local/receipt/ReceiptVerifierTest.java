package no.brevdue.local.receipt;

import no.brevdue.local.home.LocalProblem;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReceiptVerifierTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = "{\"alg\":\"EdDSA\",\"kid\":\"one\"}";

    @Test
    void aGenuineReceiptIsReadAndAnAlteredOneIsNot() throws Exception {
        for (int round = 0; round < 20; round++) {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            ReceiptVerifier verifier = new ReceiptVerifier(jwkSet("one", keys));
            String receipt = signed(HEADER, "{\"version\":\"KI-CR-v1.1.0\"}", keys);

            assertThat(verifier.verified(receipt).path("version").asText()).isEqualTo("KI-CR-v1.1.0");
            String other = BASE64.encodeToString("{\"version\":\"other\"}".getBytes(StandardCharsets.UTF_8));
            assertRefused(verifier, receipt.replaceFirst("\\.[^.]+\\.", "." + other + "."));
        }
    }

    @Test
    void anotherKeyAnotherAlgorithmAndNoSignatureAreRefused() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        ReceiptVerifier verifier = new ReceiptVerifier(jwkSet("one", keys));

        assertRefused(verifier, signed(HEADER, "{}", others));
        assertRefused(verifier, signed("{\"alg\":\"EdDSA\",\"kid\":\"two\"}", "{}", keys));
        assertRefused(verifier, signed("{\"alg\":\"none\",\"kid\":\"one\"}", "{}", keys));
        assertRefused(verifier, "no receipt");
        String receipt = signed(HEADER, "{}", keys);
        assertRefused(verifier, receipt.substring(0, receipt.lastIndexOf('.') + 1));
    }

    private static void assertRefused(ReceiptVerifier verifier, String receipt) {
        assertThatThrownBy(() -> verifier.verified(receipt)).isInstanceOf(LocalProblem.class);
    }

    private static String signed(String header, String payload, KeyPair keys) throws GeneralSecurityException {
        String input = BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + BASE64.encodeToString(signature.sign());
    }

    /** The last 32 bytes of an Ed25519 key in X.509 form are the key as RFC 8037 writes it. */
    private static String jwkSet(String id, KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        String x = BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}]}".formatted(id, x);
    }
}
