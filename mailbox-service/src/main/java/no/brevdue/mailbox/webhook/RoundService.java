package no.brevdue.mailbox.webhook;

import no.brevdue.mailbox.feed.Feed;
import no.brevdue.mailbox.feed.FeedEntry;
import no.brevdue.platform.database.Database;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells one endpoint its news, one after another, until one is not taken. No transaction is open while somebody else's server
 * thinks. If the process dies after an event was taken and before that is stored, the event is told again under the same id.
 */
@ApplicationScoped
class RoundService {

    private static final Logger LOGGER = Logger.getLogger(RoundService.class);
    private static final int EVENTS = 100;

    /** Well within the time of a claim, the last attempt included. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final Database database;
    private final EndpointRepository endpoints;
    private final Feed feed;
    private final Postman postman;
    private final Clock clock;

    RoundService(Database database, EndpointRepository endpoints, Feed feed, Postman postman, Clock clock) {
        this.database = database;
        this.endpoints = endpoints;
        this.feed = feed;
        this.postman = postman;
        this.clock = clock;
    }

    List<Endpoint> claim(int limit) {
        return database.asWorker(tx -> endpoints.claim(tx, clock.instant(), limit));
    }

    long quarantined() {
        return database.asWorker(endpoints::quarantined);
    }

    void tell(Endpoint claimed) {
        try {
            tellNews(claimed);
        } finally {
            database.asWorkerDo(tx -> endpoints.release(tx, claimed.id()));
        }
    }

    private void tellNews(Endpoint claimed) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Endpoint endpoint = claimed;
        List<FeedEntry> news =
                database.asWorker(tx -> feed.after(tx, claimed.organization(), claimed.position(), EVENTS));
        try (WebhookLine line = postman.lineTo(claimed)) {
            for (FeedEntry event : news) {
                Outcome outcome = take(line, endpoint, event);
                Endpoint next = outcome == Outcome.DELIVERED
                        ? endpoint.told(event.position(), clock.instant())
                        : endpoint.failed(outcome, clock.instant());
                Endpoint from = endpoint;
                boolean kept = database.asWorker(tx -> endpoints.move(tx, from, next));
                if (next.state() == Endpoint.State.QUARANTINED) {
                    LOGGER.errorf("A webhook endpoint is given up: endpoint=%s outcome=%s", next.id(), outcome);
                }
                if (!kept || outcome != Outcome.DELIVERED || System.nanoTime() > end) {
                    return;
                }
                endpoint = next;
            }
        }
    }

    /** Whatever fails is tried again ever more seldom, also what fails on our side. */
    private Outcome take(WebhookLine line, Endpoint endpoint, FeedEntry event) {
        try {
            return postman.take(line, endpoint, Notice.idOf(event), Notice.of(event));
        } catch (RuntimeException failure) {
            LOGGER.errorf(failure, "A notice could not be told: endpoint=%s", endpoint.id());
            return Outcome.UNREACHABLE;
        }
    }
}
