package no.brevdue.platform.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.signature.Ed25519Parameters;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;

/** Makes every key of an installation, once. A file that is there stays as it is: overwriting a key loses letters. */
public final class KeyFiles {

    /** Versions of the alias key are counted from here; a rotation adds the next number and makes it primary. */
    private static final int FIRST_ALIAS_VERSION = 1;

    private static final int CLIENT_KEY_BITS = 2048;

    private static final List<String> SERVICES_WITH_KEY = List.of("identity", "mailbox");

    private final Path directory;

    private KeyFiles(Path directory) {
        this.directory = directory;
    }

    /** Readable by the owner alone. Whoever installs by hand moves each file to the services that may know it. */
    public static void generate(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        KeyFiles files = new KeyFiles(directory);
        try {
            files.write("alias.json", firstAliasKey());
            for (String service : SERVICES_WITH_KEY) {
                files.write(service + ".json", fresh(PredefinedAeadParameters.AES256_GCM));
            }
            files.writePair("registration-private.json", "registration-public.json", registrationParameters());
            files.writePair("printer-private.json", "printer-public.json", registrationParameters());
            // Checkpoints carry bare Ed25519 signatures, which any verifier understands.
            files.writePair("audit-signing.json", "audit-verification.json", Ed25519Parameters.create());
            files.writePair("receipt-signing.json", "receipt-verification.json", Ed25519Parameters.create());
            files.writeClientKey("maskinporten.json");
            files.writeClientKey("id-porten.json");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys in " + directory + " cannot be made.", e);
        }
    }

    private void writePair(String privateName, String publicName, Parameters parameters)
            throws GeneralSecurityException, IOException {
        Path privateFile = directory.resolve(privateName);
        if (Files.notExists(privateFile) && Files.exists(directory.resolve(publicName))) {
            throw new IllegalStateException(
                    "In " + directory + " there is " + publicName + " but no " + privateName + ".");
        }
        write(privateName, fresh(parameters));
        KeysetHandle pair = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(privateFile), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
        write(publicName, pair.getPublicKeysetHandle());
    }

    private void write(String name, KeysetHandle keyset) throws GeneralSecurityException, IOException {
        write(
                name,
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    private void write(String name, String key) throws IOException {
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            // Under its name only once it is whole: half a key would stay as if it were one.
            Path written = directory.resolve(name + ".new");
            Files.deleteIfExists(written);
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, key);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** In JWK form, as Maskinporten and ID-porten register keys: the public half is handed in there. */
    private void writeClientKey(String name) throws IOException {
        if (Files.exists(directory.resolve(name))) {
            return; // an RSA key takes seconds to make, and would be thrown away
        }
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(CLIENT_KEY_BITS);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            write(name, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException("The key " + name + " cannot be made.", e);
        }
    }

    private static KeysetHandle fresh(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.generateNew(parameters, TinkConfig2026.get());
    }

    private static KeysetHandle firstAliasKey() throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                        .withFixedId(FIRST_ALIAS_VERSION)
                        .makePrimary())
                .setConfiguration(TinkConfig2026.get())
                .build();
    }

    private static HpkeParameters registrationParameters() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
    }
}
