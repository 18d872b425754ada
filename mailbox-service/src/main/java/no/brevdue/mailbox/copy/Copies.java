package no.brevdue.mailbox.copy;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** What has become of copies, for the features that read, recall or delete them. Each call is about a delivery its caller has locked. */
@ApplicationScoped
public class Copies {

    static final Duration TIME_TO_UNDO = Duration.ofDays(30);

    private final CopyRepository copies;
    private final JobRunner jobs;
    private final Clock clock;

    Copies(CopyRepository copies, JobRunner jobs, Clock clock) {
        this.copies = copies;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Asked before any content is released; fails with what the reader may know of why it is not. */
    public void requireReadable(Transaction tx, Delivery delivery) {
        CopyState state = copies.find(tx, delivery.id());
        requireThere(delivery, state);
        if (state.sealedAt() != null) {
            throw CopyProblem.SEALED.because("This letter has been sealed.");
        }
        if (delivery.state() == LetterState.RECALLED || delivery.state() == LetterState.RETURNED) {
            throw notHere(delivery);
        }
        if (state.deletedAt() != null) {
            throw CopyProblem.DELETED.because("Restore the letter before you open it.");
        }
    }

    private void requireThere(Delivery delivery, CopyState state) {
        if (state.isGone(clock.instant())) {
            throw notHere(delivery);
        }
    }

    private static RuntimeException notHere(Delivery delivery) {
        return DeliveryProblem.NOT_FOUND.because("No letter " + delivery.id() + " here.");
    }

    /** As far as what has become of the copy decides: nothing has that keeps its reader from it. */
    public boolean isReadable(Transaction tx, UUID delivery) {
        return copies.find(tx, delivery).isReadable(clock.instant());
    }

    /** Kept as evidence: its keys are not destroyed any more. */
    public boolean isSealed(Transaction tx, UUID delivery) {
        return copies.find(tx, delivery).sealedAt() != null;
    }

    boolean isDeleted(Transaction tx, UUID delivery) {
        return copies.find(tx, delivery).deletedAt() != null;
    }

    /** Nobody reads it from now on; the keys stay, as evidence. */
    public void seal(Transaction tx, Delivery delivery) {
        copies.seal(tx, delivery.id(), clock.instant());
    }

    /** It stays readable, and says what its sender says of it. */
    public void withdraw(Transaction tx, Delivery delivery, Withdrawn how) {
        copies.withdraw(tx, delivery.id(), how);
    }

    /** The recipient's keys are destroyed at once. */
    public void destroy(Transaction tx, Delivery delivery) {
        copies.destroyAt(tx, delivery.id(), null, clock.instant());
        tx.afterCommit(() -> jobs.wake(DestructionJob.class));
    }

    /** What is sealed stays, as evidence, and is out of its reader's sight for good. */
    void remove(Transaction tx, Delivery delivery) {
        copies.remove(tx, delivery.id(), clock.instant());
    }

    void delete(Transaction tx, Delivery delivery, boolean forGood) {
        var now = clock.instant();
        copies.destroyAt(tx, delivery.id(), now, forGood ? now : now.plus(TIME_TO_UNDO));
        if (forGood) {
            tx.afterCommit(() -> jobs.wake(DestructionJob.class));
        }
    }

    void restore(Transaction tx, Delivery delivery) {
        requireThere(delivery, copies.find(tx, delivery.id()));
        if (!copies.restore(tx, delivery.id())) {
            throw CopyProblem.NOT_DELETED.because("The letter has not been deleted.");
        }
    }

    /** Kept once for each reader. */
    public void read(Transaction tx, Delivery delivery, UUID reader, ReaderRole role) {
        copies.read(tx, delivery.id(), reader, role, clock.instant());
    }

    /**
     * Kept once for each reader.
     *
     * @param reader absent for the systems of a copy recipient
     */
    public void downloaded(Transaction tx, Delivery delivery, UUID attachment, @Nullable UUID reader) {
        copies.downloaded(tx, delivery.id(), attachment, reader, clock.instant());
    }
}
