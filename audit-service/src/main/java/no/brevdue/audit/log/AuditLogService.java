package no.brevdue.audit.log;

import no.brevdue.audit.entry.CanonicalForm;
import no.brevdue.audit.entry.Entry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.util.ArrayList;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The log as a whole. Index, leaf and frontier belong to one transaction: if the process dies before its commit, nothing
 * was appended; after it, everything was.
 */
@ApplicationScoped
public class AuditLogService {

    private final Database database;
    private final LogRepository log;

    AuditLogService(Database database, LogRepository log) {
        this.database = database;
        this.log = log;
    }

    /** Appends in this order. One appender at a time; the others wait for its commit. */
    public void append(Transaction tx, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Frontier frontier = log.lockHead(tx);
        List<Leaf> leaves = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Leaf leaf = Leaf.of(frontier.size(), CanonicalForm.of(entry));
            frontier.append(leaf.hash());
            leaves.add(leaf);
        }
        log.append(tx, leaves);
        log.saveHead(tx, frontier);
    }

    public long size() {
        return database.asWorker(tx -> log.head(tx).size());
    }
}
