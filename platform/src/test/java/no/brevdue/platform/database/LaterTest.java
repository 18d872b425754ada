package no.brevdue.platform.database;

import org.jdbi.v3.core.statement.StatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What waits for the end of its transaction, few and many. */
class LaterTest {

    private static final ServiceDatabase STORAGE = new ServiceDatabase("probe");

    private final Database database = STORAGE.database();

    @BeforeAll
    static void start() {
        STORAGE.owner().useHandle(owner -> owner.execute("""
                create table step (id integer generated always as identity, line integer unique);
                alter default privileges in schema probe grant all on tables to probe_worker;
                grant all on step to probe_worker"""));
    }

    @AfterAll
    static void stop() {
        STORAGE.close();
    }

    @BeforeEach
    void nothingIsWritten() {
        database.asWorkerDo(tx -> tx.handle().execute("delete from step"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 200})
    void itIsWrittenInItsOrderAndCommitted(int count) {
        List<Integer> lines = IntStream.range(0, count).boxed().toList();

        database.asWorkerDo(tx -> {
            lines.forEach(line -> say(tx, line));
            assertThat(written(tx)).as("before the end").isEmpty();
        });

        assertThat(database.asWorker(LaterTest::written)).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30})
    void whenOneFailsNothingIsWrittenAndNobodyIsToldOfACommit(int count) {
        AtomicBoolean told = new AtomicBoolean();

        assertThatThrownBy(() -> database.asWorkerDo(tx -> {
                    tx.afterCommit(() -> told.set(true));
                    tx.handle().execute("insert into step (line) values (-1)");
                    IntStream.range(0, count).forEach(line -> say(tx, line));
                    say(tx, 1);
                    say(tx, count);
                }))
                .isInstanceOf(StatementException.class);

        assertThat(database.asWorker(LaterTest::written)).isEmpty();
        assertThat(told).isFalse();
    }

    @Test
    void whatIsGivenUpIsNeverSent() {
        assertThatThrownBy(() -> database.asWorkerDo(tx -> {
                    say(tx, 1);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(database.asWorker(LaterTest::written)).isEmpty();
    }

    private static void say(Transaction tx, int line) {
        Later unused = tx.later("insert into step (line) values (:line)").bind("line", line);
    }

    private static List<Integer> written(Transaction tx) {
        return tx.handle()
                .createQuery("select line from step order by id")
                .mapTo(Integer.class)
                .list();
    }
}
