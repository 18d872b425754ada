package no.brevdue.local.stack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import no.brevdue.local.home.Secrets;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** PostgreSQL from the library's binaries, set up to keep what it has confirmed: the library's own defaults do not. */
final class PostgresServer implements AutoCloseable {

    static final List<String> ROLES = List.of("owner", "request", "worker");

    private static final String DATABASE = "brevdue";
    private static final String ROLES_SQL = "/no/brevdue/platform/database/create_roles.sql";
    /** The launcher itself comes in as superuser without a password; every service role needs its own. */
    private static final String LOGINS = """
            host  all  postgres  127.0.0.1/32  trust
            host  all  postgres  ::1/128       trust
            host  all  all       127.0.0.1/32  scram-sha-256
            host  all  all       ::1/128       scram-sha-256
            """;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresServer start(Path data, Path programs, int port) throws IOException {
        stopLeftover(data);
        Files.createDirectories(programs);
        return new PostgresServer(EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                // The services stop first; a hook of its own would pull the database away under them.
                .setRegisterShutdownHook(false)
                .setDataDirectoryCustomizer(PostgresServer::writeLogins)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start());
    }

    static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE;
    }

    static String secretName(Service service, String role) {
        return "postgres." + service.id() + "." + role;
    }

    /** Creates the database and each service's roles and schema, where they are missing. */
    void createRoles(Secrets secrets) throws SQLException, IOException {
        try (Connection superuser = superuser("postgres")) {
            if (!exists(superuser, "select 1 from pg_database where datname = ?", DATABASE)) {
                execute(superuser, "create database " + DATABASE);
            }
        }
        String template;
        try (InputStream in = PostgresServer.class.getResourceAsStream(ROLES_SQL)) {
            if (in == null) {
                throw new IllegalStateException(ROLES_SQL + " is not on the class path");
            }
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Connection superuser = superuser(DATABASE)) {
            for (Service service : Service.values()) {
                if (!exists(superuser, "select 1 from pg_roles where rolname = ?", service.id() + "_owner")) {
                    execute(superuser, fill(template, service, secrets));
                }
            }
        }
    }

    Connection superuser(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static String fill(String template, Service service, Secrets secrets) {
        String sql = template.replace("{service}", service.id());
        for (String role : ROLES) {
            sql = sql.replace("{" + role + "_password}", secrets.password(secretName(service, role)));
        }
        return sql;
    }

    private static void writeLogins(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), LOGINS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A launcher that was killed leaves its server running; two servers must never share one directory. */
    @CanIgnoreReturnValue
    static boolean stopLeftover(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> left = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        left.ifPresent(process -> Child.stop(process, Duration.ofSeconds(5)));
        return left.isPresent();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
