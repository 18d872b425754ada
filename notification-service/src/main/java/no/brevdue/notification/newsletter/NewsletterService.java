package no.brevdue.notification.newsletter;

import no.brevdue.contracts.Topic;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Operator;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.Doubts;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** The transactions of the newsletter: written, taken in hand, and what came of it. */
@ApplicationScoped
class NewsletterService {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration CLAIM = Duration.ofMinutes(2);

    /** Old news is none. */
    private static final Duration NEWS_LASTS = Duration.ofDays(7);

    private final Database database;
    private final NewsletterRepository newsletters;
    private final Doubts doubts;
    private final AuditTrail audit;
    private final JobRunner jobs;
    private final Clock clock;

    NewsletterService(
            Database database,
            NewsletterRepository newsletters,
            Doubts doubts,
            AuditTrail audit,
            JobRunner jobs,
            Clock clock) {
        this.database = database;
        this.newsletters = newsletters;
        this.doubts = doubts;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Repeated under the same id it is the same newsletter, to the same people. Returns to how many. */
    int write(Operator operator, UUID id, NewsletterText text) {
        return database.asWorker(tx -> {
            Instant now = clock.instant();
            NewsletterText stored = NewsletterText.of(newsletters.store(tx, id, text.json(), now));
            if (!stored.equals(text)) {
                throw NewsletterProblem.ANOTHER_TEXT.because("Another newsletter stands under this id.");
            }
            int recipients = newsletters.address(tx, id, now, now.plus(NEWS_LASTS));
            audit.record(
                    tx,
                    AuditEntry.by(operator)
                            .did("newsletter-written")
                            .to("newsletter", id)
                            .because("own-use"));
            tx.afterCommit(() -> jobs.wake(NewsletterJob.class));
            return recipients;
        });
    }

    /** Whoever dies with a mail in hand loses it to another replica when the claim runs out. */
    Optional<NewsletterMail> claim() {
        return database.asWorker(tx -> newsletters.claim(tx, clock.instant(), CLAIM));
    }

    /** Whether a newsletter may go to somebody now. */
    Permission permission(UUID alias) {
        return database.asWorker(tx -> doubts.inDoubt(tx, Topic.CONSENT_EVENTS, alias.toString())
                ? new Permission.Doubtful()
                : newsletters
                        .consent(tx, alias, clock.instant())
                        .<Permission>map(Permission.Given::new)
                        .orElseGet(Permission.None::new));
    }

    boolean isOver(NewsletterMail mail) {
        return !clock.instant().isBefore(mail.giveUpAt());
    }

    void settle(NewsletterMail mail, Result result) {
        Instant now = clock.instant();
        database.asWorkerDo(tx -> {
            if (result == Result.NOT_NOW) {
                int doublings = Math.min(mail.setbacks(), MOST_DOUBLINGS);
                newsletters.postpone(tx, mail.mailId(), now.plus(FIRST_PAUSE.multipliedBy(1L << doublings)));
            } else {
                newsletters.end(tx, mail.mailId(), result, now);
            }
        });
    }

    /** What a person's consent says about the next mail. */
    sealed interface Permission {

        /** It holds; its id stops it. */
        record Given(UUID consent) implements Permission {}

        record None() implements Permission {}

        /** It may have been withdrawn, and nobody here can know. */
        record Doubtful() implements Permission {}
    }
}
