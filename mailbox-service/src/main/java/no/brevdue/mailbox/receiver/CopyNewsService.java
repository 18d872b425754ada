package no.brevdue.mailbox.receiver;

import no.brevdue.mailbox.feed.Feed;
import no.brevdue.mailbox.receiver.WaitingNews.Verdict;
import no.brevdue.mailbox.recipient.RecipientLock;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Doubts;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * Decides about what waits to be told. Rows are locked first and facts are read after; what waits for somebody whose decisions
 * change meanwhile stays due. What is told and that it waits no more are one transaction.
 */
@ApplicationScoped
class CopyNewsService {

    private final Database database;
    private final CopyNewsRepository waiting;
    private final Feed feed;
    private final Doubts doubts;
    private final Clock clock;

    CopyNewsService(Database database, CopyNewsRepository waiting, Feed feed, Doubts doubts, Clock clock) {
        this.database = database;
        this.waiting = waiting;
        this.feed = feed;
        this.doubts = doubts;
        this.clock = clock;
    }

    /** Returns how much was decided. */
    int tell(int limit) {
        return database.asWorker(tx -> {
            Instant now = clock.instant();
            Map<Long, UUID> due = waiting.lockDue(tx, now, limit);
            if (due.isEmpty()) {
                return 0;
            }
            due.values().retainAll(RecipientLock.settled(tx, due.values()));
            List<WaitingNews> decided = waiting.read(tx, due.keySet(), doubts.heardSince());
            byVerdict(decided).forEach((verdict, news) -> act(tx, verdict, news, now));
            return decided.size();
        });
    }

    private void act(Transaction tx, Verdict verdict, List<WaitingNews> news, Instant now) {
        List<Long> ids = news.stream().map(WaitingNews::id).toList();
        switch (verdict) {
            case TELL -> {
                feed.appendOfCopies(tx, news.stream().map(one -> one.told(now)).toList());
                waiting.remove(tx, ids);
            }
            case FORGET -> waiting.remove(tx, ids);
            case WAIT_FOR_CERTAINTY -> waiting.lookAgain(tx, ids, now.plus(WaitingNews.WHILE_IN_DOUBT));
            case WAIT_FOR_ACCESS -> waiting.lookAgain(tx, ids, now.plus(WaitingNews.WHILE_DENIED));
        }
    }

    private static Map<Verdict, List<WaitingNews>> byVerdict(List<WaitingNews> due) {
        Map<UUID, List<WaitingNews>> copies =
                due.stream().collect(groupingBy(WaitingNews::deliveryId, LinkedHashMap::new, toList()));
        return copies.values().stream().collect(groupingBy(WaitingNews::verdict, flatMapping(List::stream, toList())));
    }
}
