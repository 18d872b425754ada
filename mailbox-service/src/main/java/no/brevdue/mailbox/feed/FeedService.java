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
        String stream = FeedStream.LETTERS.of(organization.value());
        List<FeedRow> rows = waiting(organization, stream, wait, tx -> {
            // The head first: what is numbered in between is no gap.
            long head = entries.head(tx, stream);
            List<FeedRow> found = entries.after(tx, organization.value(), cursor.after(), limit);
            cursor.requireKept(found.stream().mapToLong(FeedRow::position).findFirst(), head);
            return found;
        });
        return page(rows, rows.isEmpty() ? cursor : cursor.at(rows.getLast().position()));
    }

    CopyEventPage ofReceiver(OrganizationNumber organization, String after, int limit, Duration wait) {
        FeedCursor cursor = FeedCursor.parse(FeedCursor.Kind.COPIES, organization, after);
        String stream = FeedStream.COPIES.of(organization.value());
        List<CopyEvent> events = waiting(organization, stream, wait, tx -> {
            long head = entries.head(tx, stream);
            List<CopyEvent> found = entries.ofCopies(tx, organization.value(), cursor.after(), limit);
            cursor.requireKept(found.stream().mapToLong(CopyEvent::position).findFirst(), head);
            return found;
        });
        FeedCursor next = events.isEmpty() ? cursor : cursor.at(events.getLast().position());
        return new CopyEventPage(events, next.text());
    }

    FeedPage ofSupplier(OrganizationNumber supplier, String after, int limit, Duration wait) {
        FeedCursor cursor = FeedCursor.parse(FeedCursor.Kind.SUPPLIER, supplier, after);
        List<FeedRow> rows = waiting(supplier, ANYBODY, wait, tx -> {
            cursor.requireReached(entries.head(tx, ANYBODY));
            return entries.ofCustomers(tx, supplier.value(), cursor.after(), limit);
        });
        return page(rows, rows.isEmpty() ? cursor : cursor.at(rows.getLast().serial()));
    }

    private <T> List<T> waiting(
            OrganizationNumber who, String forNewsOf, Duration wait, Function<Transaction, List<T>> read) {
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            CountDownLatch news = bell.bell(forNewsOf);
            List<T> found = database.asCaller(read);
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
