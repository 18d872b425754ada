package no.brevdue.platform.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.LowLevelCryptoCaller;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.subtle.AesGcmAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * The key of one letter. Made fresh for it, kept only as wraps ({@link HolderKeyset#wrap}), forgotten with the last of
 * them. AES-256-GCM: each part gets 28 bytes longer.
 */
public final class DataKey {

    private static final AesGcmParameters AES_256_GCM = parameters();
    private static final AesGcmHkdfStreamingParameters STREAM_PARAMETERS =
            PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB;
    private static final byte[] STREAM_KEY = "brevdue stream".getBytes(StandardCharsets.US_ASCII);

    private final SecretBytes secret;
    private final Aead key;

    /** Below Tink's keysets, which exist for rotation and cost microseconds: this key is never rotated. */
    @AccessesPartialKey
    @LowLevelCryptoCaller
    private DataKey(SecretBytes secret) throws GeneralSecurityException {
        this.secret = secret;
        this.key = AesGcmAead.create(AesGcmKey.builder()
                .setParameters(AES_256_GCM)
                .setKeyBytes(secret)
                .build());
    }

    public static DataKey fresh() {
        try {
            return new DataKey(SecretBytes.randomBytes(AES_256_GCM.getKeySizeBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No data key can be made.", e);
        }
    }

    static DataKey of(byte[] secret) throws GeneralSecurityException {
        return new DataKey(SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
    }

    byte[] secret() {
        return secret.toByteArray(InsecureSecretKeyAccess.get());
    }

    /** Encrypts one part of a message; it opens as that part of that message only. */
    public byte[] encrypt(byte[] part, UUID message, String field) {
        try {
            return key.encrypt(part, AssociatedData.of(field, message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The data key cannot be used.", e);
        }
    }

    /**
     * Opens that part of that message.
     *
     * @throws UndecipherableException if it is another part, of another message, or altered
     */
    public byte[] decrypt(byte[] cipher, UUID message, String field) {
        try {
            return key.decrypt(cipher, AssociatedData.of(field, message));
        } catch (GeneralSecurityException e) {
            throw new UndecipherableException("The data key does not open this ciphertext as this part.", e);
        }
    }

    /**
     * Encrypts what is too long for memory, a segment of one megabyte at a time. Closing it writes the last segment;
     * without that the ciphertext does not open.
     */
    public OutputStream encryptingStream(OutputStream cipher, UUID attachment, String field) throws IOException {
        try {
            return streaming().newEncryptingStream(cipher, AssociatedData.of(field, attachment));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The data key cannot be used.", e);
        }
    }

    /**
     * Each segment is verified before any of its bytes are returned; reading fails with {@link IOException} at the
     * first that is altered, swapped or missing, also if the end was cut off.
     */
    public InputStream decryptingStream(InputStream cipher, UUID attachment, String field) throws IOException {
        try {
            return streaming().newDecryptingStream(cipher, AssociatedData.of(field, attachment));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The data key cannot be used.", e);
        }
    }

    /** Derived, because the same bytes should not serve as the key of two algorithms. */
    @AccessesPartialKey
    @LowLevelCryptoCaller
    private StreamingAead streaming() throws GeneralSecurityException {
        byte[] derived =
                Hkdf.computeHkdf("HMACSHA256", secret(), new byte[0], STREAM_KEY, STREAM_PARAMETERS.getKeySizeBytes());
        return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(
                STREAM_PARAMETERS, SecretBytes.copyFrom(derived, InsecureSecretKeyAccess.get())));
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
