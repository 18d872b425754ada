package no.brevdue.local.stack;

import no.brevdue.local.home.Home;
import no.brevdue.local.home.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsConfirmedIsOnDiskAndSurvivesARestartAndEachRoleNeedsItsPassword() throws Exception {
        int port = freePort();
        Secrets secrets = new Home(directory).secrets();
        String url = PostgresServer.url(port);
        String password = secrets.password(PostgresServer.secretName(Service.MAILBOX, "owner"));

        try (PostgresServer server = start(port, secrets)) {
            server.createRoles();
            assertThat(value(server.superuser("brevdue"), "show fsync")).isEqualTo("on");
            assertThat(value(server.superuser("brevdue"), "show synchronous_commit"))
                    .isEqualTo("on");
            try (Connection owner = DriverManager.getConnection(url, "mailbox_owner", password);
                    Statement statement = owner.createStatement()) {
                statement.execute("create table letter as select 'kept' as text");
            }
        }

        try (PostgresServer server = start(port, secrets)) {
            server.createRoles();
            assertThat(value(DriverManager.getConnection(url, "mailbox_owner", password), "select text from letter"))
                    .isEqualTo("kept");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "mailbox_owner", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private PostgresServer start(int port, Secrets secrets) throws Exception {
        return PostgresServer.start(directory.resolve("postgres"), Path.of("target/postgres-programs"), port, secrets);
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
