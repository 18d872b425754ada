package no.brevdue.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keys made for one test. */
public final class TestKeys {

    private static final List<String> CLIENT_KEYS = List.of("maskinporten.json", "id-porten.json");

    private final Path directory;

    private TestKeys(Path directory) {
        this.directory = directory;
    }

    /** Fresh keys, but for the clients' RSA keys: those take seconds to make, so that one pair serves every test. */
    public static TestKeys in(Path directory) throws IOException {
        for (String name : CLIENT_KEYS) {
            Path file = directory.resolve(name);
            if (Files.notExists(file)) {
                Files.copy(ClientKeys.DIRECTORY.resolve(name), file);
            }
        }
        KeyFiles.generate(directory);
        return new TestKeys(directory);
    }

    public KeysetFile keyset(String name) {
        return KeysetFile.of(directory.resolve(name).toString());
    }

    public ServiceKey serviceKey(String service) {
        return new ServiceKey(keyset(service + ".json"));
    }

    /** Made when the first test asks. */
    private static final class ClientKeys {

        private static final Path DIRECTORY = make();

        private static Path make() {
            try {
                Path directory = Files.createTempDirectory("brevdue-client-keys");
                KeyFiles.generate(directory);
                return directory;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
