package no.brevdue.notification.newsletter;

import no.brevdue.contracts.consent.v1.ConsentDecision;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentRenewed;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.NewsletterRequested;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes in who wants the newsletter, who has confirmed it, and whose consent has ended. */
@ApplicationScoped
public class Newsletters {

    private static final String NEWSLETTER = "newsletter";

    /** As long as the code is good. */
    private static final Duration CODE_LASTS = Duration.ofDays(1);

    private final NewsletterRepository newsletters;
    private final JobRunner jobs;
    private final Clock clock;

    Newsletters(NewsletterRepository newsletters, JobRunner jobs, Clock clock) {
        this.newsletters = newsletters;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void requested(Transaction tx, NewsletterRequested fact) {
        var now = clock.instant();
        if (newsletters.addCode(tx, fact.requestId(), fact.alias(), fact.code(), now, now.plus(CODE_LASTS))) {
            tx.afterCommit(() -> jobs.wake(NewsletterJob.class));
        }
    }

    /** A decision in its order. */
    public void decided(Transaction tx, ConsentDecision fact) {
        if (!fact.purpose().equals(NEWSLETTER)) {
            return;
        }
        switch (fact) {
            case ConsentGranted granted ->
                newsletters.subscribe(tx, fact.alias(), granted.consentId(), granted.expiresAt());
            case ConsentRenewed renewed ->
                newsletters.subscribe(tx, fact.alias(), renewed.consentId(), renewed.expiresAt());
            default -> newsletters.unsubscribe(tx, fact.alias());
        }
    }

    /** Everything again. */
    public void restated(Transaction tx, PersonDecisionsRestated fact) {
        Optional<Standing> standing = fact.consents().stream()
                .filter(one -> one.purpose().equals(NEWSLETTER) && one.state() == ConsentState.GRANTED)
                .findFirst();
        newsletters.unsubscribe(tx, fact.alias());
        standing.ifPresent(one ->
                newsletters.subscribe(tx, fact.alias(), one.consentId(), Objects.requireNonNull(one.expiresAt())));
    }

    /** Whatever was missed, nobody is sent a newsletter who may have ended it. */
    public void doubted(Transaction tx, UUID alias) {
        newsletters.unsubscribe(tx, alias);
    }
}
