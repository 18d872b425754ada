package no.brevdue.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** How fast the deadline engine gets through many unread letters whose time is up in one moment, with all that follows from each. */
final class Engine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_EACH_MILLIS = 50;

    /** The copies of {@link InboxPages}, which nobody has opened. */
    private static final String END_READING_TIME = """
            update mailbox.delivery d set due_at = clock_timestamp(), read_before = clock_timestamp()
            from mailbox.message m
            where m.id = d.message_id and m.reference like 'copy-%' and d.state = 'PUBLISHED' and d.fallback = 'NONE'""";

    private static final String LEFT = """
            select count(*) from mailbox.delivery d join mailbox.message m on m.id = d.message_id
            where m.reference like 'copy-%' and d.fallback = 'NONE'""";

    private final Connection database;

    Engine(Connection database) {
        this.database = database;
    }

    /** Deliveries per second, from the moment at which all of them are due until the last has fallen back or a minute is over. */
    double measure() throws SQLException, InterruptedException {
        int due;
        try (Statement statement = database.createStatement()) {
            due = statement.executeUpdate(END_READING_TIME);
        }
        long begun = System.nanoTime();
        long left = due;
        try (PreparedStatement query = database.prepareStatement(LEFT)) {
            while (left > 0 && System.nanoTime() - begun < PATIENCE.toNanos()) {
                Thread.sleep(LOOK_EACH_MILLIS);
                left = count(query);
            }
        }
        return (due - left) * 1e9 / (System.nanoTime() - begun);
    }

    private static long count(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("A count without a row");
            }
            return row.getLong(1);
        }
    }
}
