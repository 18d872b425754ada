package no.brevdue.platform.database;

import org.jdbi.v3.core.statement.StatementException;

import java.sql.SQLException;

/**
 * The database refused to write what the caller may not write. Where the code had allowed it, what it decided by has changed
 * since: whoever decides may decide once more.
 */
public final class RowRefusedException extends RuntimeException {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private RowRefusedException(RuntimeException failure) {
        super("A row policy or a missing grant stands against it", failure);
    }

    static RuntimeException orOther(StatementException failure) {
        return failure.getCause() instanceof SQLException sql && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState())
                ? new RowRefusedException(UntoldValues.withoutValues(failure))
                : UntoldValues.withoutValues(failure);
    }
}
