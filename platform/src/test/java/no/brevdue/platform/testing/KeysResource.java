package no.brevdue.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import no.brevdue.platform.crypto.TestKeys;
import no.brevdue.platform.identity.RotatedAliases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Fresh keys of every kind for one run of a service's tests. A second alias key is announced and not in use, as before a rotation. */
public final class KeysResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("brevdue-keys");
            TestKeys unused = TestKeys.in(directory);
            RotatedAliases.announce(directory.resolve("alias.json"));
            return Map.of(
                    "brevdue.keys.printer-public",
                            directory.resolve("printer-public.json").toString(),
                    "brevdue.keys.printer-private",
                            directory.resolve("printer-private.json").toString(),
                    "brevdue.keys.alias", directory.resolve("alias.json").toString(),
                    "brevdue.keys.registration-public",
                            directory.resolve("registration-public.json").toString(),
                    "brevdue.keys.registration-private",
                            directory.resolve("registration-private.json").toString(),
                    "brevdue.keys.maskinporten",
                            directory.resolve("maskinporten.json").toString(),
                    "brevdue.keys.id-porten",
                            directory.resolve("id-porten.json").toString(),
                    "brevdue.keys.audit-signing",
                            directory.resolve("audit-signing.json").toString(),
                    "brevdue.keys.receipt-signing",
                            directory.resolve("receipt-signing.json").toString(),
                    "brevdue.keys.service", directory.resolve("mailbox.json").toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}
}
