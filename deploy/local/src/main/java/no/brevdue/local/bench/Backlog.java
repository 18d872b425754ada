package no.brevdue.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** What has become of the letters, counted in the services' own tables: to ask for thousands of them one by one would be a load of its own. */
final class Backlog {

    private static final String COUNTS = """
            select (select count(*) from mailbox.message where reference not like 'copy-%') as accepted,
                (select count(*) from mailbox.delivery where published_at is not null and alias is not null) as published,
                (select count(*) from notification.notification) as notified,
                (select count(*) from audit.entry where action = 'letter-accepted') as audited""";

    private final PreparedStatement counts;
    private final long copies;

    /** @param copies deliveries that were never sent, and that nobody was told of */
    Backlog(Connection database, long copies) throws SQLException {
        this.counts = database.prepareStatement(COUNTS);
        this.copies = copies;
    }

    Count count() throws SQLException {
        try (ResultSet row = counts.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("A count without a row");
            }
            long published = row.getLong("published") - copies;
            long through = Math.min(published, Math.min(row.getLong("notified"), row.getLong("audited")));
            return new Count(System.nanoTime(), row.getLong("accepted"), through);
        }
    }

    /** Returns how many letters are still on their way when patience ends. */
    long awaitEmpty(Duration patience) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Count now = count();
        while (now.through() < now.accepted() && System.nanoTime() < end) {
            Thread.sleep(100);
            now = count();
        }
        return now.accepted() - now.through();
    }

    /**
     * @param nanos when it was counted
     * @param through letters that are published, whose notification is stored, and whose acceptance is in the audit tree
     */
    record Count(long nanos, long accepted, long through) {

        static final Count NONE = new Count(0, 0, 0);
    }
}
