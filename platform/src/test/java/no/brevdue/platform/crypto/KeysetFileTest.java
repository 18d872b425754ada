package no.brevdue.platform.crypto;

import com.google.crypto.tink.Aead;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeysetFileTest {

    @TempDir
    private Path directory;

    @Test
    void aMissingFileIsNamed() {
        String path = directory.resolve("absent.json").toString();

        assertThatThrownBy(() -> assertThat(KeysetFile.of(path)).isNull())
                .hasMessage("The key file " + path + " is missing or cannot be read.");
    }

    @Test
    void aFileWithoutKeysIsNamedAndNotQuoted() throws IOException {
        Path file = Files.writeString(directory.resolve("broken.json"), "{\"secret\": 4711}");

        assertThatThrownBy(() -> assertThat(KeysetFile.of(file.toString())).isNull())
                .hasMessage("The key file " + file + " holds no Tink keyset in JSON.");
    }

    @Test
    void keysOfAnotherKindAreNamed() throws IOException {
        KeysetFile alias = TestKeys.in(directory).keyset("alias.json");

        assertThatThrownBy(() -> assertThat(alias.primitive(Aead.class)).isNull())
                .hasMessageEndingWith("alias.json are of a kind that cannot serve as Aead.");
    }

    @Test
    void configurationHandsOverTheKeysThemselves() throws IOException {
        var unused = TestKeys.in(directory);
        var config = new SmallRyeConfigBuilder()
                .withDefaultValue("key", directory.resolve("mailbox.json").toString())
                .withDefaultValue("absent", directory.resolve("absent.json").toString())
                .build();

        assertThat(config.getValue("key", KeysetFile.class).primitive(Aead.class))
                .isNotNull();
        assertThatThrownBy(() ->
                        assertThat(config.getValue("absent", KeysetFile.class)).isNull())
                .hasStackTraceContaining("is missing or cannot be read");
    }

    @Test
    void keysAreNeverPrinted() throws IOException {
        KeysetFile service = TestKeys.in(directory).keyset("mailbox.json");

        assertThat(service).hasToString(directory.resolve("mailbox.json").toString());
    }
}
