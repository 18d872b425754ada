package no.brevdue.platform.identity;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import no.brevdue.platform.crypto.KeysetFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** A rotation of the alias key in its two phases: a further key that nothing is written with yet, and then that key in use. */
public final class RotatedAliases {

    private static final int NEXT_VERSION = 2;

    private RotatedAliases() {}

    /** Adds the next key to a keyset and leaves the primary one as it is. */
    public static void announce(Path file) throws IOException {
        try {
            write(
                    file,
                    KeysetHandle.newBuilder(read(file))
                            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                                    .withFixedId(NEXT_VERSION)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The alias of a number once the key that was announced in {@code path} is in use. */
    public static UUID of(String path, NationalIdentityNumber number) {
        try {
            Path promoted = Files.createTempFile("alias", ".json");
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder(read(Path.of(path)));
            for (int i = 0; i < keyset.size(); i++) {
                if (read(Path.of(path)).getAt(i).getId() == NEXT_VERSION) {
                    keyset.getAt(i).makePrimary();
                }
            }
            write(promoted, keyset);
            return new Aliases(KeysetFile.of(promoted.toString())).alias(number);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeysetHandle read(Path file) throws GeneralSecurityException, IOException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static void write(Path file, KeysetHandle.Builder keyset) throws GeneralSecurityException, IOException {
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset.setConfiguration(TinkConfig2026.get()).build(),
                        TinkConfig2026.get(),
                        InsecureSecretKeyAccess.get()));
    }
}
