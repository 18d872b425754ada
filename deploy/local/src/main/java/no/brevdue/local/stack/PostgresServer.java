package no.brevdue.local.stack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import no.brevdue.local.home.Secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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

    static final String DATABASE = "brevdue";
    private static final String ROLES_SQL = "/no/brevdue/platform/database/create_roles.sql";
    private static final String SUPERUSER = "postgres";

    /** Everybody needs a password, the superuser too: whoever is superuser runs programs as the owner of this process. */
    private static final String LOGINS = """
            host  all  all  127.0.0.1/32  scram-sha-256
            host  all  all  ::1/128       scram-sha-256
            """;

    /** Until the superuser has its password, which takes a moment of the very first start. */
    private static final String FIRST_LOGINS = LOGINS.replace("scram-sha-256", "trust");

    /** Stands in the data directory once the superuser has its password. */
    private static final String LOCKED = "brevdue.locked";

    private final EmbeddedPostgres server;

    private final Secrets secrets;

    private PostgresServer(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    static PostgresServer start(Path data, Path programs, int port, Secrets secrets) throws IOException, SQLException {
        stopLeftover(data);
        Files.createDirectories(programs);
        boolean locked = Files.exists(data.resolve(LOCKED));
        PostgresServer started = new PostgresServer(
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(programs.toFile())
                        // The services stop first; a hook of its own would pull the database away under them.
                        .setRegisterShutdownHook(false)
                        .setConnectConfig("password", secrets.password(SUPERUSER))
                        .setDataDirectoryCustomizer(made -> writeLogins(made.toPath(), locked ? LOGINS : FIRST_LOGINS))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start(),
                secrets);
        if (!locked) {
            started.lock(data);
        }
        return started;
    }

    /** The password is of letters, digits, {@code -} and {@code _}, and needs no quoting. */
    private void lock(Path data) throws IOException, SQLException {
        try (Connection superuser = superuser(SUPERUSER)) {
            execute(superuser, "alter role postgres password '" + secrets.password(SUPERUSER) + "'");
            writeLogins(data, LOGINS);
            execute(superuser, "select pg_reload_conf()");
        }
        Files.createFile(data.resolve(LOCKED));
    }

    static String url(int port) {
        return url(port, DATABASE);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    static String secretName(Service service, String role) {
        return "postgres." + service.id() + "." + role;
    }

    /** Creates the database and each service's roles and schema, where they are missing. */
    void createRoles() throws SQLException, IOException {
        try (Connection superuser = superuser(SUPERUSER)) {
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
                    execute(superuser, fill(template, service));
                }
            }
        }
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(server.getPort(), database), SUPERUSER, secrets.password(SUPERUSER));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String fill(String template, Service service) {
        String sql = template.replace("{service}", service.id());
        for (String role : ROLES) {
            sql = sql.replace("{" + role + "_password}", secrets.password(secretName(service, role)));
        }
        return sql;
    }

    private static void writeLogins(Path data, String logins) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), logins);
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
