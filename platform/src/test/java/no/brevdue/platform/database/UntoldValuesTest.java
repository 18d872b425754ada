package no.brevdue.platform.database;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Each way in which a statement can fail, printed as a log prints it. */
class UntoldValuesTest {

    private static final String SECRET = "Prøvesvar-20914695016";

    private static ServiceDatabase storage;

    @BeforeAll
    static void start() {
        storage = new ServiceDatabase("probe");
        storage.owner().useHandle(owner -> owner.execute("""
                create table diary (line text unique, day integer check (day > 0));
                alter default privileges in schema probe grant all on tables to probe_worker"""));
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void aViolatedConstraintTellsTheStatementAndNotTheRow() {
        assertUntold(
                tx -> tx.handle()
                        .createUpdate("insert into diary (line, day) values (:line, -1)")
                        .bind("line", SECRET)
                        .execute(),
                "insert into diary (line, day) values (:line, -1)");
    }

    @Test
    void aViolatedConstraintInABatchTellsNoRow() {
        assertUntold(
                tx -> {
                    PreparedBatch batch = tx.handle().prepareBatch("insert into diary (line, day) values (:line, 1)");
                    batch.bind("line", SECRET).add().bind("line", SECRET).add();
                    batch.execute();
                },
                "insert into diary (line, day) values (:line, 1)");
    }

    @Test
    void aValueThatCannotBeConvertedByTheDatabaseIsNotTold() {
        assertUntold(
                tx -> tx.handle()
                        .createQuery("select cast(:line as date)")
                        .bind("line", SECRET)
                        .mapTo(String.class)
                        .one(),
                "select cast(:line as date)");
    }

    @Test
    void aValueThatCannotBeConvertedByTheDriverIsNotTold() {
        assertUntold(
                tx -> tx.handle()
                        .createQuery("select cast(:line as text)")
                        .bind("line", SECRET)
                        .map((row, context) -> row.getInt(1))
                        .one(),
                "select cast(:line as text)");
    }

    @Test
    void aStatementThatIsWrongTellsNoValue() {
        assertUntold(
                tx -> tx.handle()
                        .createQuery("select nothing from diary where line = :line")
                        .bind("line", SECRET)
                        .mapTo(String.class)
                        .one(),
                "select nothing from diary where line = :line");
    }

    private static void assertUntold(Consumer<Transaction> failing, String statement) {
        Throwable failure = catchThrowable(() -> storage.database().asWorkerDo(failing));

        StringWriter log = new StringWriter();
        failure.printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).contains(statement).doesNotContain(SECRET, "20914695016");
    }
}
