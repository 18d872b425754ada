package no.brevdue.platform.identity;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.util.SecretBytes;
import no.brevdue.platform.crypto.KeysetFile;
import no.brevdue.platform.crypto.TestKeys;
import no.brevdue.platform.identity.NationalIdentityNumber.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class AliasesTest {

    private static final NationalIdentityNumber KARI = SyntheticNumbers.person(0);
    private static final NationalIdentityNumber OLA = SyntheticNumbers.person(1);

    @TempDir
    private Path directory;

    @BeforeEach
    void makeKeys() throws IOException {
        var unused = TestKeys.in(directory);
    }

    @Test
    void aNumberHasTheSameAliasEverywhere() {
        assertThat(aliases().alias(KARI))
                .isEqualTo(aliases().alias(KARI))
                .isNotEqualTo(aliases().alias(OLA));
    }

    @Test
    void theKindIsPartOfTheAlias() {
        var asDNumber = new NationalIdentityNumber(KARI.value(), Kind.D_NUMBER);
        var asCommonAid = new NationalIdentityNumber(KARI.value(), Kind.COMMON_AID);

        assertThat(Stream.of(KARI, asDNumber, asCommonAid).map(aliases()::alias))
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherKeyGivesAnotherAlias() throws IOException {
        UUID before = aliases().alias(KARI);
        Files.delete(file());
        var unused = TestKeys.in(directory);

        assertThat(aliases().alias(KARI)).isNotEqualTo(before);
    }

    @Test
    void aliasesAreUuidsOfVersion8() {
        Aliases aliases = aliases();

        assertThat(IntStream.range(0, 200).mapToObj(SyntheticNumbers::person).map(aliases::alias))
                .allSatisfy(alias -> {
                    assertThat(alias.version()).isEqualTo(8);
                    assertThat(alias.variant()).isEqualTo(2);
                })
                .doesNotHaveDuplicates();
    }

    /** Every stored alias depends on these bytes: if this test fails, the change must not be made. */
    @Test
    void theAliasOfAKnownNumberUnderAKnownKeyNeverChanges() throws Exception {
        byte[] keyBytes = new byte[32];
        for (byte i = 0; i < keyBytes.length; i++) {
            keyBytes[i] = i;
        }
        var key = HmacPrfKey.builder()
                .setParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                .setKeyBytes(SecretBytes.copyFrom(keyBytes, InsecureSecretKeyAccess.get()))
                .build();
        store(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary()));

        assertThat(aliases().alias(new NationalIdentityNumber("20914695016", Kind.BIRTH)))
                .isEqualTo(UUID.fromString("88dadeae-7ee2-8c1e-b5e2-a607693650bf"));
    }

    @Test
    void afterARotationTheOldAliasIsStillFound() throws Exception {
        UUID old = aliases().alias(KARI);
        addPrimaryKey(2);

        Aliases rotated = aliases();

        assertThat(rotated.alias(KARI)).isNotEqualTo(old);
        assertThat(rotated.allAliases(KARI)).containsExactly(rotated.alias(KARI), old);
    }

    @Test
    void afterTwoRotationsTheNewestAliasComesFirst() throws Exception {
        UUID first = aliases().alias(KARI);
        addPrimaryKey(2);
        UUID second = aliases().alias(KARI);
        addPrimaryKey(3);

        assertThat(aliases().allAliases(KARI)).containsExactly(aliases().alias(KARI), second, first);
    }

    private Aliases aliases() {
        return new Aliases(KeysetFile.of(file().toString()));
    }

    private void addPrimaryKey(int version) throws GeneralSecurityException, IOException {
        KeysetHandle before = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file()), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
        store(KeysetHandle.newBuilder(before)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                        .withFixedId(version)
                        .makePrimary()));
    }

    private void store(KeysetHandle.Builder keyset) throws GeneralSecurityException, IOException {
        Files.writeString(
                file(),
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset.setConfiguration(TinkConfig2026.get()).build(),
                        TinkConfig2026.get(),
                        InsecureSecretKeyAccess.get()));
    }

    private Path file() {
        return directory.resolve("alias.json");
    }
}
