package no.brevdue.platform.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

import java.util.function.Consumer;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens transactions. There are two doors: {@link #asCaller} for a request, where row-level security shows only the caller's
 * rows, and {@link #asWorker} for background work, which acts for nobody in particular.
 */
@ApplicationScoped
public class Database {

    private final Jdbi request;
    private final Jdbi worker;
    private final CurrentScope current;

    Database(AgroalDataSource request, @DataSource("worker") AgroalDataSource worker, CurrentScope current) {
        this.request = jdbi(request);
        this.worker = jdbi(worker);
        this.current = current;
    }

    /** Does {@code work} under the request role; the policies see the caller of the verified token and nothing else. */
    public <T> T asCaller(Function<Transaction, T> work) {
        RowScope scope = current.scope();
        return in(request, transaction -> {
            scope.apply(transaction);
            return work.apply(transaction);
        });
    }

    public void asCallerDo(Consumer<Transaction> work) {
        Object unused = asCaller(returningNothing(work));
    }

    /** Does {@code work} under the worker role, which sees every row of the service. */
    public <T> T asWorker(Function<Transaction, T> work) {
        return in(worker, work);
    }

    public void asWorkerDo(Consumer<Transaction> work) {
        Object unused = asWorker(returningNothing(work));
    }

    private static Function<Transaction, Boolean> returningNothing(Consumer<Transaction> work) {
        return transaction -> {
            work.accept(transaction);
            return true;
        };
    }

    /** Always a transaction of its own: Jdbi's withHandle would join one that this thread has open. */
    private static <T> T in(Jdbi jdbi, Function<Transaction, T> work) {
        try (Handle handle = jdbi.open()) {
            Transaction transaction = new Transaction(handle);
            T result = handle.inTransaction(open -> {
                T done = work.apply(transaction);
                transaction.sendLater();
                return done;
            });
            transaction.committed();
            return result;
        } catch (StatementException failure) {
            throw RowRefusedException.orOther(failure);
        }
    }

    private static Jdbi jdbi(AgroalDataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(UntoldValues::message);
        return jdbi;
    }
}
