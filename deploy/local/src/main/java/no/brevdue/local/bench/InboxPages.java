package no.brevdue.local.bench;

import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;
import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The first page of an inbox with few letters and of one with many; the same page in both cases: ten letters. */
final class InboxPages {

    static final int FEW = 10;
    static final int MANY = 10_000;

    /**
     * The same letter again and again, with all that belongs to it, under new ids and of different ages. Lists show nothing of
     * the content, which is therefore left out.
     */
    private static final String COPY = """
            with original as (
                select m.id as message_id, d.id as delivery_id
                from mailbox.message m join mailbox.delivery d on d.message_id = m.id
                where m.reference = ?),
            copies as materialized (
                select i, gen_random_uuid() as message_id, gen_random_uuid() as delivery_id
                from generate_series(1, ?) i),
            messages as (
                insert into mailbox.message
                select (jsonb_populate_record(m, jsonb_build_object('id', c.message_id, 'thread_id', c.message_id,
                    'reference', 'copy-' || c.i, 'idempotency_key', 'copy-' || c.i))).*
                from copies c, original o join mailbox.message m on m.id = o.message_id)
            insert into mailbox.delivery
            select (jsonb_populate_record(d, jsonb_build_object('id', c.delivery_id, 'message_id', c.message_id,
                'thread_id', c.message_id, 'published_at', d.published_at - c.i * interval '1 minute'))).*
            from copies c, original o join mailbox.delivery d on d.id = o.delivery_id""";

    private static final String PUBLISHED = """
            select from mailbox.delivery d join mailbox.message m on m.id = d.message_id
            where m.reference = ? and d.published_at is not null""";

    private final String fewToken;
    private final String manyToken;

    InboxPages(String fewToken, String manyToken) {
        this.fewToken = fewToken;
        this.manyToken = manyToken;
    }

    /** A letter that everything else is copied from must be there; without it there is nothing to measure. */
    static void awaitPublished(Connection database, String reference, Duration patience)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try (PreparedStatement published = database.prepareStatement(PUBLISHED)) {
            published.setString(1, reference);
            while (!isThere(published)) {
                if (System.nanoTime() > end) {
                    throw new SQLException("A letter is not in the inbox after " + patience);
                }
                Thread.sleep(50);
            }
        }
    }

    private static boolean isThere(PreparedStatement published) throws SQLException {
        try (ResultSet row = published.executeQuery()) {
            return row.next();
        }
    }

    /** Fills an inbox with copies of a letter that is in it. */
    static void fill(Connection database, String reference) throws SQLException {
        try (PreparedStatement copy = database.prepareStatement(COPY)) {
            copy.setString(1, reference);
            copy.setInt(2, MANY);
            copy.executeUpdate();
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze mailbox.message, mailbox.delivery");
        }
    }

    static void sendFew(Correspondence letters, String clinic, SyntheticPerson to) throws IOException {
        try (Wire wire = Wire.open(Service.MAILBOX, clinic)) {
            for (int i = 0; i < FEW; i++) {
                String unused = letters.send(wire, to);
            }
        }
    }

    record Times(Pace few, Pace many) {

        /** How much more the large inbox costs, at the median. */
        double flatness() {
            return many.millisAt(50) / few.millisAt(50);
        }
    }

    /** One page of each in turn, so that both meet the same machine. */
    Times measure(Duration warmUp, Duration measured) throws IOException {
        Histogram few = new Histogram(3);
        Histogram many = new Histogram(3);
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + measured.toNanos();
        try (Wire small = Wire.open(Service.MAILBOX, fewToken);
                Wire large = Wire.open(Service.MAILBOX, manyToken)) {
            while (System.nanoTime() < end) {
                list(small, few, begin);
                list(large, many, begin);
            }
        }
        double each = few.getTotalCount() / (measured.toMillis() / 1_000.0);
        return new Times(new Pace(each, few), new Pace(each, many));
    }

    private static void list(Wire wire, Histogram times, long begin) throws IOException {
        long started = System.nanoTime();
        byte[] unused = wire.get("/v1/me/letters?limit=" + FEW).require(200);
        if (started > begin) {
            times.recordValue((System.nanoTime() - started) / 1_000);
        }
    }
}
