package no.brevdue.platform.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * A keyset that an operator has mounted as a file. Injected as the value of its configuration key, so a service that
 * misses a key it needs, or cannot read it, does not start.
 */
public final class KeysetFile {

    private final String path;
    private final KeysetHandle keyset;

    private KeysetFile(String path, KeysetHandle keyset) {
        this.path = path;
        this.keyset = keyset;
    }

    /** Reads the file; configuration calls this with the configured path. */
    public static KeysetFile of(String path) {
        try {
            return new KeysetFile(
                    path,
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(Path.of(path)), TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new IllegalArgumentException("The key file " + path + " is missing or cannot be read.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key file " + path + " holds no Tink keyset in JSON.", e);
        }
    }

    /** What the keys are for, such as encrypting or signing. */
    public <P> P primitive(Class<P> purpose) {
        try {
            return keyset.getPrimitive(TinkConfig2026.get(), purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The keys in " + path + " are of a kind that cannot serve as " + purpose.getSimpleName() + ".", e);
        }
    }

    /** The public half of the key that signs now, for whoever is to check it. */
    public <K extends Key> K primaryPublicKey(Class<K> kind) {
        try {
            return kind.cast(keyset.getPublicKeysetHandle().getPrimary().getKey());
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalStateException(
                    "The keys in " + path + " have no public half that is a " + kind.getSimpleName() + ".", e);
        }
    }

    /** The public halves of all keys that are in use, the one that signs now first: what others have signed is still checked. */
    public <K extends Key> List<K> publicKeys(Class<K> kind) {
        try {
            KeysetHandle handle = keyset.getPublicKeysetHandle();
            List<K> keys = new ArrayList<>(List.of(primaryPublicKey(kind)));
            for (int i = 0; i < handle.size(); i++) {
                KeysetHandle.Entry entry = handle.getAt(i);
                if (!entry.isPrimary() && entry.getStatus().equals(KeyStatus.ENABLED)) {
                    keys.add(kind.cast(entry.getKey()));
                }
            }
            return List.copyOf(keys);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalStateException(
                    "The keys in " + path + " have a public half that is no " + kind.getSimpleName() + ".", e);
        }
    }

    /** The path alone: a key is never printed. */
    @Override
    public String toString() {
        return path;
    }
}
