package no.brevdue.mailbox.feed;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads feeds, and waits for news without holding a transaction meanwhile. */
@ApplicationScoped
class FeedService {

    /** Rung for every organisation's news: who follows several cannot wait for each. */
    static final String ANYBODY = "";

    private final Database database;
    private final FeedRepository entries;
    private final FeedBell bell;

    FeedService(Database database, FeedRepository entries, FeedBell bell) {
        this.database = database;
        this.entries = entries;
        this.bell = bell;
    }

    FeedPage ofOrganization(OrganizationNumber organization, String after, int limit, Duration wait) {
        FeedCursor cursor = FeedCursor.parse(FeedCursor.Kind.ORGANIZATION, organization, after);
        List<FeedRow> rows = waiting(organization, organization.value(), wait, tx -> {
            // The head first: what is numbered in between is no gap.
            long head = entries.head(tx, organization.value());
            List<FeedRow> found = entries.after(tx, organization.value(), cursor.after(), limit);
            cursor.requireKept(found, head);
            return found;
        });
        return page(rows, rows.isEmpty() ? cursor : cursor.at(rows.getLast().position()));
    }

    FeedPage ofSupplier(OrganizationNumber supplier, String after, int limit, Duration wait) {
        FeedCursor cursor = FeedCursor.parse(FeedCursor.Kind.SUPPLIER, supplier, after);
        List<FeedRow> rows = waiting(supplier, ANYBODY, wait, tx -> {
            cursor.requireReached(entries.head(tx, ANYBODY));
            return entries.ofCustomers(tx, supplier.value(), cursor.after(), limit);
        });
        return page(rows, rows.isEmpty() ? cursor : cursor.at(rows.getLast().serial()));
    }

    private List<FeedRow> waiting(
            OrganizationNumber who, String forNewsOf, Duration wait, Function<Transaction, List<FeedRow>> read) {
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            CountDownLatch news = bell.bell(forNewsOf);
            List<FeedRow> found = database.asCaller(read);
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!found.isEmpty() || !left.isPositive() || !bell.await(news, who.value(), left)) {
                return found;
            }
        }
    }

    private static FeedPage page(List<FeedRow> rows, FeedCursor next) {
        return new FeedPage(rows.stream().map(FeedRow::entry).toList(), next.text());
    }
}
