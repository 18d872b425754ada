package no.brevdue.local.bench;

import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/**
 * What the database does at best: durable transactions per second of one row of 1.5 KB and six of 200 bytes, in one statement
 * over sixteen connections. This is the measure of all ratios and must never change, or figures of different days say nothing
 * about each other.
 */
final class Ceiling {

    private static final int CONNECTIONS = 16;
    private static final byte[] LARGE = new byte[1_500];
    private static final byte[] SMALL = new byte[200];

    private static final String TABLES = """
            drop schema if exists bench cascade;
            create schema bench;
            create table bench.large (id uuid primary key, content bytea not null);
            create table bench.small (
                large_id uuid not null references bench.large, number smallint not null, content bytea not null,
                primary key (large_id, number));
            alter table bench.large alter column content set storage external""";

    private static final String TRANSACTION = """
            with large as (insert into bench.large (id, content) values (?, ?) returning id)
            insert into bench.small (large_id, number, content)
            select large.id, small.number, small.content
            from large, (values (1, ?), (2, ?), (3, ?), (4, ?), (5, ?), (6, ?)) as small (number, content)""";

    private final Stack stack;

    Ceiling(Stack stack) {
        this.stack = stack;
    }

    Pace measure(Duration warmUp, Duration measured) throws SQLException, InterruptedException, IOException {
        try (Connection owner = stack.database();
                Statement statement = owner.createStatement()) {
            statement.execute(TABLES);
            Pace pace = Crew.work(CONNECTIONS, warmUp, measured, number -> {
                Connection connection = stack.database();
                PreparedStatement transaction = connection.prepareStatement(TRANSACTION);
                return Crew.Worker.of(() -> commitOne(transaction), connection::close);
            });
            statement.execute("drop schema bench cascade");
            return pace;
        }
    }

    private static void commitOne(PreparedStatement transaction) throws SQLException {
        transaction.setObject(1, UUID.randomUUID());
        transaction.setBytes(2, LARGE);
        for (int small = 1; small <= 6; small++) {
            transaction.setBytes(2 + small, SMALL);
        }
        transaction.executeUpdate();
    }
}
