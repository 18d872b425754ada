package no.brevdue.consent;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The run that Kubernetes starts before the service, which alone knows the owner's password. */
@QuarkusMainTest
@TestProfile(MigrateOnlyTest.Migrating.class)
class MigrateOnlyTest {

    @Test
    @Launch({})
    void theRunMigratesAndEndsWithoutDoingAnythingElse(LaunchResult run) {
        assertThat(run.exitCode()).isZero();
        assertThat(run.getOutput() + run.getErrorOutput())
                .contains("Successfully applied")
                .contains("The schema is migrated")
                .doesNotContain("Terms published");
    }

    /** Asks for the migration alone. */
    public static final class Migrating implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("brevdue.migrate-only", "true");
        }
    }
}
