package no.brevdue.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * The keys of one holder: the person, the sending organisation or a receiving one. Wraps the data keys of that
 * holder's copies. Using it parses nothing again, so a cache keeps the object rather than the stored bytes, and no
 * longer than a destroyed keyset may still work.
 */
public final class HolderKeyset {

    /** The first byte of what is wrapped, so that another kind of data key can follow one day. */
    private static final byte AES_256_GCM = 1;

    private final UUID holder;
    private final KeysetHandle keyset;
    private final Aead key;

    private HolderKeyset(UUID holder, KeysetHandle keyset) throws GeneralSecurityException {
        this.holder = holder;
        this.keyset = keyset;
        this.key = keyset.getPrimitive(TinkConfig2026.get(), Aead.class);
    }

    /** New keys. Commit {@link #encrypted} before the first wrap: a wrap without its keyset is lost. */
    public static HolderKeyset create(UUID holder) {
        try {
            return new HolderKeyset(
                    holder, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No holder keyset can be made.", e);
        }
    }

    /**
     * Reads the stored form.
     *
     * @throws UndecipherableException if it is another holder's or another service's
     */
    public static HolderKeyset parse(byte[] encrypted, UUID holder, ServiceKey serviceKey) {
        byte[] opened = serviceKey.decrypt(encrypted, storedAt(holder));
        try {
            return new HolderKeyset(
                    holder,
                    TinkProtoKeysetFormat.parseKeyset(opened, InsecureSecretKeyAccess.get(), TinkConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new UndecipherableException("What was stored for this holder is no keyset.", e);
        }
    }

    /** The form to store. */
    public byte[] encrypted(ServiceKey serviceKey) {
        try {
            byte[] plain =
                    TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get(), TinkConfig2026.get());
            return serviceKey.encrypt(plain, storedAt(holder));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The holder keyset cannot be written.", e);
        }
    }

    /** Wraps the key of one message or attachment; the wrap opens for it only, and for this holder only. */
    public byte[] wrap(DataKey dataKey, UUID letter) {
        byte[] secret = dataKey.secret();
        byte[] marked = new byte[1 + secret.length];
        marked[0] = AES_256_GCM;
        System.arraycopy(secret, 0, marked, 1, secret.length);
        try {
            return key.encrypt(marked, wrappedAt(letter));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The holder keyset cannot be used.", e);
        }
    }

    /**
     * The key of that message or attachment.
     *
     * @throws UndecipherableException if the wrap belongs to another holder or another letter
     */
    public DataKey unwrap(byte[] wrapped, UUID letter) {
        try {
            byte[] marked = key.decrypt(wrapped, wrappedAt(letter));
            if (marked[0] != AES_256_GCM) {
                throw new GeneralSecurityException("Unknown kind of data key: " + marked[0]);
            }
            return DataKey.of(Arrays.copyOfRange(marked, 1, marked.length));
        } catch (GeneralSecurityException e) {
            throw new UndecipherableException("This holder's keys do not open this wrap for this letter.", e);
        }
    }

    private static byte[] storedAt(UUID holder) {
        return AssociatedData.of("holder-keyset", holder);
    }

    private byte[] wrappedAt(UUID letter) {
        return AssociatedData.of("data-key", holder, letter);
    }
}
