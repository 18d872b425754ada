package no.brevdue.platform.crypto;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import no.nav.security.mock.oauth2.token.KeyProvider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keys made for one test. */
public final class TestKeys {

    private final Path directory;

    private TestKeys(Path directory) {
        this.directory = directory;
    }

    /** Fresh keys, but for the clients' RSA keys: those take seconds to make, so that ready ones serve every test. */
    public static TestKeys in(Path directory) throws IOException {
        KeyProvider ready = new KeyProvider();
        for (String client : List.of("maskinporten", "id-porten")) {
            RSAKey key = new RSAKey.Builder(ready.signingKey(client).toRSAKey())
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
            Files.writeString(directory.resolve(client + ".json"), key.toJSONString());
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
}
