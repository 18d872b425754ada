package no.brevdue.identity.person;

import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether a person has hidden themselves: their profile, and every way of reaching them. Nothing is lost by it. */
@ApplicationScoped
public class DeactivationService {

    private final DeactivationRepository deactivations;
    private final Clock clock;

    DeactivationService(DeactivationRepository deactivations, Clock clock) {
        this.deactivations = deactivations;
        this.clock = clock;
    }

    /** False if the person was hidden before. */
    public boolean deactivate(Transaction tx, UUID person) {
        return deactivations.add(tx, person, clock.instant());
    }

    /** Whoever hid themselves under one number is hidden under both. */
    void onMerged(@Observes PersonMerged merged) {
        since(merged.tx(), merged.duplicate()).ifPresent(since -> {
            boolean unused = deactivations.add(merged.tx(), merged.person(), since);
        });
    }

    /** False if the person was not hidden. */
    public boolean reactivate(Transaction tx, UUID person) {
        return deactivations.remove(tx, person);
    }

    public boolean deactivated(Transaction tx, UUID person) {
        return since(tx, person).isPresent();
    }

    /** Those of some people who are hidden. */
    public Set<UUID> deactivated(Transaction tx, Collection<UUID> people) {
        return deactivations.among(tx, people);
    }

    public Optional<Instant> since(Transaction tx, UUID person) {
        return deactivations.since(tx, person);
    }

    /** Stops whoever would show or change something of a person who is hidden. */
    public void refuse(Transaction tx, UUID person) {
        if (deactivated(tx, person)) {
            throw PersonProblem.DEACTIVATED.because("Your profile is deactivated.");
        }
    }
}
