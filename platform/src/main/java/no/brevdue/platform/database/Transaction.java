package no.brevdue.platform.database;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.List;

/** An open transaction. It ends with the work it was handed to; nobody keeps it. */
public final class Transaction {

    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    public Handle handle() {
        return handle;
    }

    /** Runs {@code action} once the commit has succeeded, and never otherwise. It must not throw. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
