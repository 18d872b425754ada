package no.brevdue.audit.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a verifier trusts: the public half of an Ed25519 key under the name of its log, written
 * {@code <name>+<key id>+<key>} as in c2sp signed-note. An auditor gets it once, from somewhere other than the log.
 */
public final class VerifierKey {

    private static final Pattern WRITTEN = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 4;

    /** What comes before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;

    private VerifierKey(String name, byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
        }
        this.name = name;
        this.key = key;
    }

    static VerifierKey of(String name, byte[] publicKey) {
        return new VerifierKey(name, publicKey.clone());
    }

    /** Reads the written form; refuses one whose parts do not belong together. */
    public static VerifierKey parse(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A verifier key is written <name>+<key id>+<key>");
        }
        byte[] typed = Base64.getDecoder().decode(parts.group(3));
        if (typed.length == 0 || typed[0] != ED25519) {
            throw new IllegalArgumentException("Only Ed25519 keys are known here");
        }
        VerifierKey parsed = of(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(parsed.id()).equals(parts.group(2))) {
            throw new IllegalArgumentException("The key id is another key's");
        }
        return parsed;
    }

    public String name() {
        return name;
    }

    /** Whether {@code envelope}, the last word of a signature line, holds this key's signature of the text. */
    boolean vouchesFor(String text, String envelope) {
        try {
            byte[] bytes = Base64.getDecoder().decode(envelope);
            if (bytes.length <= ID_LENGTH || !Arrays.equals(bytes, 0, ID_LENGTH, id(), 0, ID_LENGTH)) {
                return false;
            }
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(bytes, ID_LENGTH, bytes.length - ID_LENGTH);
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    /** The last word of a signature line: key id and signature. */
    String envelope(byte[] signature) {
        ByteBuffer bytes = ByteBuffer.allocate(ID_LENGTH + signature.length);
        return Base64.getEncoder().encodeToString(bytes.put(id()).put(signature).array());
    }

    /** The written form, for the auditor. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] id() {
        MessageDigest sha256 = TreeHash.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(typed()), ID_LENGTH);
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + KEY_LENGTH).put(ED25519).put(key).array();
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509);
        encoded.writeBytes(key);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }
}
