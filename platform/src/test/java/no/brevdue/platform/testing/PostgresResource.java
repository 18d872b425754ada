package no.brevdue.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** A PostgreSQL of the version we run, with the three roles of the service under test. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    public static final String PASSWORD = "test";

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            return start(serviceUnderTest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For tests that run no service; they say whose roles they want. */
    public Map<String, String> start(String service) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            postgres = server;
            createRoles(server, service);
            return settings(server);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("PostgreSQL did not start", failure);
        }
    }

    private static Map<String, String> settings(EmbeddedPostgres server) {
        return Map.of(
                "brevdue.database.url", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                "brevdue.database.owner-password", PASSWORD,
                "brevdue.database.request-password", PASSWORD,
                "brevdue.database.worker-password", PASSWORD);
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void createRoles(EmbeddedPostgres server, String service) throws SQLException {
        try (Connection superuser = server.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute(rolesOf(service));
        }
    }

    /** What a superuser runs before a service starts. */
    static String rolesOf(String service) {
        try {
            return text("/no/brevdue/platform/database/create_roles.sql")
                    .replace("{service}", service)
                    .replaceAll("\\{\\w+_password}", PASSWORD);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String serviceUnderTest() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = resource("/application.properties")) {
            properties.load(in);
        }
        return properties.getProperty("quarkus.application.name");
    }

    private static String text(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = PostgresResource.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        return in;
    }
}
