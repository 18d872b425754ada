package no.brevdue.mailbox.clamd;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.Map;

/** The scanner of the service under test; well, unless a test says otherwise. */
public final class Scanner implements QuarkusTestResourceLifecycleManager {

    private static final FakeClamd CLAMD = FakeClamd.start();

    public static void is(FakeClamd.Mood mood) {
        CLAMD.is(mood);
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "brevdue.clamd.host", "localhost",
                "brevdue.clamd.port", Integer.toString(CLAMD.port()),
                "brevdue.clamd.timeout", "PT10S");
    }

    @Override
    public void stop() {
        CLAMD.close();
    }
}
