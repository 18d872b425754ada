package no.brevdue.mailbox.webhook;

import no.brevdue.mailbox.feed.Feed;
import no.brevdue.mailbox.supplier.OrganizationItself;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.time.RealTime;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** What an organisation does with its webhooks. */
@ApplicationScoped
class WebhookService {

    private static final int AT_MOST = 5;
    private static final Duration EARLIER_SECRET_SIGNS = Duration.ofHours(24);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(10);

    private final Database database;
    private final EndpointRepository endpoints;
    private final Feed feed;
    private final WebhookClient client;
    private final Postman postman;
    private final AuditTrail audit;
    private final JobRunner jobs;
    private final Clock clock;
    private final Clock realTime;

    WebhookService(
            Database database,
            EndpointRepository endpoints,
            Feed feed,
            WebhookClient client,
            Postman postman,
            AuditTrail audit,
            JobRunner jobs,
            Clock clock,
            @RealTime Clock realTime) {
        this.database = database;
        this.endpoints = endpoints;
        this.feed = feed;
        this.client = client;
        this.postman = postman;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
        this.realTime = realTime;
    }

    /** A webhook with its secret, which is shown this once. */
    record Registered(Endpoint endpoint, String secret) {}

    /** It is told what happens from now on; a replay tells what was before. */
    Registered register(ClientSystem caller, String url) {
        OrganizationItself.require(caller);
        if (!client.allows(url)) {
            throw WebhookProblem.WEBHOOK_ADDRESS_REFUSED.because("This address is not accepted.");
        }
        UUID id = UUID.randomUUID();
        byte[] secret = Signature.newSecret();
        String organization = caller.consumer().value();
        return database.asCaller(tx -> {
            endpoints.lockRegistration(tx, organization);
            if (endpoints.all(tx, organization).size() >= AT_MOST) {
                throw WebhookProblem.TOO_MANY_WEBHOOKS.because("There are five already.");
            }
            Endpoint endpoint = new Endpoint(
                    id,
                    organization,
                    url,
                    Endpoint.State.ACTIVE,
                    postman.locked(id, secret),
                    null,
                    null,
                    feed.head(tx, organization),
                    clock.instant(),
                    0,
                    null,
                    null,
                    clock.instant());
            if (!endpoints.insert(tx, endpoint)) {
                throw WebhookProblem.WEBHOOK_EXISTS.because("The address has a webhook already.");
            }
            record(tx, caller, "webhook-registered", id);
            return new Registered(endpoint, Signature.shown(secret));
        });
    }

    List<WebhookView> all(ClientSystem caller) {
        return database.asCaller(tx -> endpoints.all(tx, caller.consumer().value()).stream()
                .map(WebhookView::of)
                .toList());
    }

    void delete(ClientSystem caller, UUID id) {
        OrganizationItself.require(caller);
        database.asCallerDo(tx -> {
            if (!endpoints.delete(tx, id)) {
                throw notFound(id);
            }
            record(tx, caller, "webhook-deleted", id);
        });
    }

    /** The earlier secret signs beside the new one for a day, so that nobody must change two sides at one moment. */
    String rotateSecret(ClientSystem caller, UUID id) {
        OrganizationItself.require(caller);
        byte[] secret = Signature.newSecret();
        database.asCallerDo(tx -> {
            Endpoint endpoint = require(tx, id);
            endpoints.rotate(
                    tx,
                    endpoint.id(),
                    postman.locked(id, secret),
                    realTime.instant().plus(EARLIER_SECRET_SIGNS));
            record(tx, caller, "webhook-secret-rotated", id);
        });
        return Signature.shown(secret);
    }

    /** Tries the endpoint now, whatever state it is in. Not so often that we could be made to flood somebody. */
    Outcome ping(ClientSystem caller, UUID id) {
        OrganizationItself.require(caller);
        Endpoint endpoint = database.asCaller(tx -> {
            Endpoint found = require(tx, id);
            if (!endpoints.mayPing(tx, id)) {
                throw WebhookProblem.PINGED_JUST_NOW
                        .because("The webhook was pinged less than ten seconds ago.")
                        .retryAfter(BETWEEN_PINGS);
            }
            return found;
        });
        return postman.take(endpoint, "ping_" + UUID.randomUUID(), Notice.ping(realTime.instant()));
    }

    /**
     * Tells again from a cursor on, or goes on where it was given up; not if what came next is gone, since that would be
     * missed in silence.
     */
    WebhookView replay(ClientSystem caller, UUID id, @Nullable String after) {
        OrganizationItself.require(caller);
        Endpoint replayed = database.asCaller(tx -> {
            Endpoint endpoint = require(tx, id);
            Endpoint next = endpoint.replayed(from(tx, endpoint, after), clock.instant());
            boolean unused = endpoints.move(tx, endpoint, next);
            record(tx, caller, "webhook-replayed", id);
            tx.afterCommit(() -> jobs.wake(RoundJob.class));
            return next;
        });
        return WebhookView.of(replayed);
    }

    private long from(Transaction tx, Endpoint endpoint, @Nullable String after) {
        boolean goesOn = feed.keeps(tx, endpoint.organization(), endpoint.position());
        if (after != null) {
            long asked = feed.positionOf(tx, endpoint.organization(), after);
            return goesOn ? Math.min(asked, endpoint.position()) : asked;
        }
        if (!goesOn) {
            throw WebhookProblem.REPLAY_TOO_LATE.because("Events after this webhook's last one are gone.");
        }
        return endpoint.position();
    }

    private Endpoint require(Transaction tx, UUID id) {
        return endpoints.lock(tx, id).orElseThrow(() -> notFound(id));
    }

    private static RuntimeException notFound(UUID id) {
        return WebhookProblem.WEBHOOK_NOT_FOUND.because("No webhook " + id + ".");
    }

    private void record(Transaction tx, ClientSystem caller, String what, UUID id) {
        audit.record(
                tx,
                AuditEntry.by(caller)
                        .did(what)
                        .to("webhook", id)
                        .because("access-administration")
                        .forController(caller.consumer().value()));
    }
}
