package no.brevdue.local.stack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The key that identity-service signs its requests to Maskinporten with, as a JWK. */
final class ClientKey {

    private static final int BITS = 2048;

    private ClientKey() {}

    /** Once: a key that is there stays. */
    static void generate(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            String jwk = new RSAKeyGenerator(BITS).keyID("local").generate().toJSONString();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, jwk);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
