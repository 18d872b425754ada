package no.brevdue.consent;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import no.brevdue.platform.testing.KafkaResource;
import no.brevdue.platform.testing.KeysResource;
import no.brevdue.platform.testing.OidcResource;
import no.brevdue.platform.testing.PostgresResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The container that serves: the schema has been migrated before, by somebody who knows the owner's password. */
@QuarkusTest
@TestProfile(WithoutOwnerTest.Serving.class)
class WithoutOwnerTest {

    @Test
    void theServiceStartsAndWorksWithoutTheOwnersPassword() {
        assertThat(ConfigProvider.getConfig().getOptionalValue("brevdue.database.owner-password", String.class))
                .isEmpty();
        await().untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
    }

    /** What Kubernetes sets for it. */
    public static final class Serving implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.flyway.migrate-at-start", "false");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(Migrated.class),
                    new TestResourceEntry(KafkaResource.class),
                    new TestResourceEntry(OidcResource.class),
                    new TestResourceEntry(KeysResource.class));
        }
    }

    /** A database that is migrated, and no word of its owner. */
    public static final class Migrated implements QuarkusTestResourceLifecycleManager {

        private final PostgresResource postgres = new PostgresResource();

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(postgres.start("consent"));
            String password = settings.remove("brevdue.database.owner-password");
            int migrations = Flyway.configure()
                    .dataSource(settings.get("brevdue.database.url"), "consent_owner", password)
                    .defaultSchema("consent")
                    .load()
                    .migrate()
                    .migrationsExecuted;
            assertThat(migrations).isPositive();
            return settings;
        }

        @Override
        public void stop() {
            postgres.stop();
        }
    }
}
