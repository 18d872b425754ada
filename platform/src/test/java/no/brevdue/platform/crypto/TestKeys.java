package no.brevdue.platform.crypto;

import java.io.IOException;
import java.nio.file.Path;

/** Keys made for one test. */
public final class TestKeys {

    private final Path directory;

    private TestKeys(Path directory) {
        this.directory = directory;
    }

    public static TestKeys in(Path directory) throws IOException {
        KeyFiles.generate(directory);
        return new TestKeys(directory);
    }

    public KeysetFile keyset(String name) {
        return KeysetFile.of(directory.resolve(name).toString());
    }

    public ServiceKey serviceKey(String service) {
        return new ServiceKey(keyset(service + ".json"));
    }
}
