package no.brevdue.platform.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An open transaction. It ends with the work it was handed to; nobody keeps it. */
public final class Transaction {

    /** Each number of statements is prepared for itself; beyond this many it is cheaper to send batches of equal ones. */
    private static final int AT_MOST_TOGETHER = 24;

    private final Handle handle;
    private final List<Later> later = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    public Handle handle() {
        return handle;
    }

    /**
     * Adds a statement to those that are sent at the end of the transaction, in one round trip with the commit. They keep their
     * order; only where they are many, equal ones are sent together. Whatever is read until then does not see what they write.
     */
    public Later later(String sql) {
        Later statement = new Later(sql);
        later.add(statement);
        return statement;
    }

    /** Runs {@code action} once the commit has succeeded, and never otherwise. It must not throw. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** After this the transaction may have ended; if it has not, the commit is still to come. */
    void sendLater() {
        if (later.size() > AT_MOST_TOGETHER) {
            sendInBatches();
        } else if (!later.isEmpty()) {
            sendWithCommit();
        }
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** The driver sends the parts of such a statement without waiting in between. If one fails, PostgreSQL skips the rest. */
    private void sendWithCommit() {
        try (Update together = handle.createUpdate(together())) {
            for (int i = 0; i < later.size(); i++) {
                later.get(i).bindTo(together, prefix(i));
            }
            together.execute();
        }
    }

    /** In their order; of equal inserts next to each other one of several rows is made, which is checked and planned once. */
    private String together() {
        StringBuilder all = new StringBuilder();
        String before = "";
        for (int i = 0; i < later.size(); i++) {
            Later next = later.get(i);
            Later.Spelled spelled = next.spelled(prefix(i));
            if (spelled.row() != null && next.sql().equals(before)) {
                all.append(", ").append(spelled.row());
            } else {
                all.append(i == 0 ? "" : ";\n").append(spelled.whole());
            }
            before = next.sql();
        }
        return all.append(";\ncommit").toString();
    }

    private static String prefix(int number) {
        return "s" + number;
    }

    /** Equal ones together, in the order in which each kind was said first. */
    private void sendInBatches() {
        Map<String, List<Later>> kinds =
                later.stream().collect(Collectors.groupingBy(Later::sql, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((sql, statements) -> {
            PreparedBatch batch = handle.prepareBatch(sql);
            for (Later statement : statements) {
                statement.bindTo(batch);
                batch.add();
            }
            batch.execute();
        });
    }
}
