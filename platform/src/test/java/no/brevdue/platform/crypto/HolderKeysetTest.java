package no.brevdue.platform.crypto;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HolderKeysetTest {

    private static final UUID KARI = new UUID(1, 1);
    private static final UUID OLA = new UUID(1, 2);
    private static final UUID LETTER = new UUID(2, 1);
    private static final UUID OTHER_LETTER = new UUID(2, 2);
    private static final byte[] BODY = {1, 2, 3};

    private final DataKey dataKey = DataKey.fresh();
    private TestKeys keys;
    private ServiceKey mailbox;

    @BeforeEach
    void makeKeys(@TempDir Path directory) throws IOException {
        keys = TestKeys.in(directory);
        mailbox = keys.serviceKey("mailbox");
    }

    @Test
    void everyHolderReadsTheSameCiphertext() {
        HolderKeyset kari = HolderKeyset.create(KARI);
        HolderKeyset ola = HolderKeyset.create(OLA);
        byte[] cipher = dataKey.encrypt(BODY, LETTER, "body");

        DataKey karis = kari.unwrap(kari.wrap(dataKey, LETTER), LETTER);
        DataKey olas = ola.unwrap(ola.wrap(dataKey, LETTER), LETTER);

        assertThat(karis.decrypt(cipher, LETTER, "body")).isEqualTo(BODY);
        assertThat(olas.decrypt(cipher, LETTER, "body")).isEqualTo(BODY);
    }

    @Test
    void anUnwrappedKeyReadsAttachmentsToo() throws IOException {
        HolderKeyset kari = HolderKeyset.create(KARI);
        ByteArrayOutputStream cipher = new ByteArrayOutputStream();
        try (var encrypting = dataKey.encryptingStream(cipher, LETTER, "content")) {
            encrypting.write(BODY);
        }

        DataKey unwrapped = kari.unwrap(kari.wrap(dataKey, LETTER), LETTER);

        try (var decrypting =
                unwrapped.decryptingStream(new ByteArrayInputStream(cipher.toByteArray()), LETTER, "content")) {
            assertThat(decrypting.readAllBytes()).isEqualTo(BODY);
        }
    }

    @Test
    void aStoredKeysetOpensItsOldWraps() {
        HolderKeyset kari = HolderKeyset.create(KARI);
        byte[] wrapped = kari.wrap(dataKey, LETTER);

        HolderKeyset parsed = HolderKeyset.parse(kari.encrypted(mailbox), KARI, mailbox);

        byte[] cipher = dataKey.encrypt(BODY, LETTER, "body");
        assertThat(parsed.unwrap(wrapped, LETTER).decrypt(cipher, LETTER, "body"))
                .isEqualTo(BODY);
    }

    @Test
    void swappedKeysetRowsDoNotOpen() {
        byte[] stored = HolderKeyset.create(KARI).encrypted(mailbox);

        assertThatThrownBy(() ->
                        assertThat(HolderKeyset.parse(stored, OLA, mailbox)).isNull())
                .isInstanceOf(UndecipherableException.class);
    }

    @Test
    void anotherServiceCannotOpenAKeyset() {
        byte[] stored = HolderKeyset.create(KARI).encrypted(mailbox);

        assertThatThrownBy(() -> assertThat(HolderKeyset.parse(stored, KARI, keys.serviceKey("identity")))
                        .isNull())
                .isInstanceOf(UndecipherableException.class);
    }

    @Test
    void wrapsSwappedBetweenLettersDoNotOpen() {
        HolderKeyset kari = HolderKeyset.create(KARI);

        assertUndecipherable(kari, kari.wrap(dataKey, OTHER_LETTER));
    }

    @Test
    void wrapsSwappedBetweenHoldersDoNotOpen() {
        assertUndecipherable(HolderKeyset.create(KARI), HolderKeyset.create(OLA).wrap(dataKey, LETTER));
    }

    @Test
    void aWrapIsBoundToItsHolderEvenUnderTheSameKeys() {
        // Whoever can write both rows could store Ola's keyset as Kari's if only the keys told them apart.
        HolderKeyset ola = HolderKeyset.create(OLA);
        byte[] plain = mailbox.decrypt(ola.encrypted(mailbox), AssociatedData.of("holder-keyset", OLA));
        byte[] moved = mailbox.encrypt(plain, AssociatedData.of("holder-keyset", KARI));

        assertUndecipherable(HolderKeyset.parse(moved, KARI, mailbox), ola.wrap(dataKey, LETTER));
    }

    @Test
    void aTruncatedWrapDoesNotOpen() {
        HolderKeyset kari = HolderKeyset.create(KARI);

        assertUndecipherable(kari, new byte[0]);
    }

    private static void assertUndecipherable(HolderKeyset holder, byte[] wrapped) {
        assertThatThrownBy(() -> assertThat(holder.unwrap(wrapped, LETTER)).isNull())
                .isInstanceOf(UndecipherableException.class);
    }
}
