package no.brevdue.platform.database;

import org.jdbi.v3.core.statement.StatementException;

import java.sql.SQLException;

/** Failures end up in logs, and what was bound to a statement is about people: a failure tells the statement alone. */
final class UntoldValues {

    /** SQLSTATE class of values that do not fit; PostgreSQL and its driver quote them in the message. */
    private static final String DATA_EXCEPTION = "22";

    private UntoldValues() {}

    /** In place of Jdbi's own rendering, which shows the arguments. */
    static String message(StatementException failure) {
        return failure.getShortMessage() + " [" + statement(failure) + "]";
    }

    /** The failure itself unless its cause quotes a value; then one that says where and of which kind it was. */
    static RuntimeException withoutValues(StatementException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION)) {
                IllegalStateException untold = new IllegalStateException(
                        "A value does not fit: SQLSTATE %s [%s]".formatted(sql.getSQLState(), statement(failure)));
                untold.setStackTrace(failure.getStackTrace());
                return untold;
            }
        }
        return failure;
    }

    private static String statement(StatementException failure) {
        return failure.getStatementContext() == null
                ? ""
                : failure.getStatementContext().getRawSql();
    }
}
