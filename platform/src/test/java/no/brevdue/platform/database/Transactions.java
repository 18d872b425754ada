package no.brevdue.platform.database;

import org.jdbi.v3.core.Handle;

/** Transactions for tests that speak to PostgreSQL without a running service. */
public final class Transactions {

    private Transactions() {}

    public static Transaction over(Handle handle) {
        return new Transaction(handle);
    }
}
