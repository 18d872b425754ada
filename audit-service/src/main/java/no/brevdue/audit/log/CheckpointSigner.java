package no.brevdue.audit.log;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import no.brevdue.platform.crypto.KeysetFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs what is said about the tree, under the name of this log. */
@ApplicationScoped
class CheckpointSigner {

    private final PublicKeySign signing;
    private final VerifierKey verifierKey;

    CheckpointSigner(
            @ConfigProperty(name = "brevdue.log.origin") String origin,
            @ConfigProperty(name = "brevdue.keys.audit-signing") KeysetFile keys) {
        this.signing = keys.primitive(PublicKeySign.class);
        this.verifierKey = VerifierKey.of(origin, bytes(keys.primaryPublicKey(Ed25519PublicKey.class)));
    }

    /** Tink asks whoever takes a key apart to say so. A bare Ed25519 key is what every verifier understands. */
    @AccessesPartialKey
    private static byte[] bytes(Ed25519PublicKey key) {
        return key.getPublicKeyBytes().toByteArray();
    }

    /** The note to hand out. */
    String sign(Frontier frontier) {
        Checkpoint checkpoint = new Checkpoint(verifierKey.name(), frontier.size(), frontier.root());
        try {
            byte[] signature = signing.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return checkpoint.signedWith(verifierKey, signature);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The key of the log cannot sign.", unusable);
        }
    }

    VerifierKey verifierKey() {
        return verifierKey;
    }
}
