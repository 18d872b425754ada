package no.brevdue.platform.crypto;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceKeyTest {

    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] HERE = AssociatedData.of("place", new UUID(0, 1));
    private static final byte[] THERE = AssociatedData.of("place", new UUID(0, 2));

    private TestKeys keys;

    @BeforeEach
    void makeKeys(@TempDir Path directory) throws IOException {
        keys = TestKeys.in(directory);
    }

    @Test
    void whatWasEncryptedForAPlaceOpensThere() {
        ServiceKey key = keys.serviceKey("mailbox");

        assertThat(key.decrypt(key.encrypt(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
    }

    @Test
    void itOpensNowhereElse() {
        ServiceKey key = keys.serviceKey("mailbox");
        byte[] cipher = key.encrypt(PLAIN, HERE);

        assertThatThrownBy(() -> assertThat(key.decrypt(cipher, THERE)).isNull())
                .isInstanceOf(UndecipherableException.class);
    }

    @Test
    void anotherServiceCannotOpenIt() {
        byte[] cipher = keys.serviceKey("mailbox").encrypt(PLAIN, HERE);

        assertThatThrownBy(() -> assertThat(keys.serviceKey("identity").decrypt(cipher, HERE))
                        .isNull())
                .isInstanceOf(UndecipherableException.class);
    }
}
