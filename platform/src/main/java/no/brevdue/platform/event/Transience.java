package no.brevdue.platform.event;

import java.sql.SQLException;
import java.util.Set;

/** Whether a failure is the database's, so that trying again can help, or the record's. */
final class Transience {

    /** SQLSTATE classes: connection, transaction rollback, resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private Transience() {}

    static boolean of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || CLASSES.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
