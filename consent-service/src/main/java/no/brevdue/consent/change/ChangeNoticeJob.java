package no.brevdue.consent.change;

import no.brevdue.contracts.consent.v1.ChangeNoticeRequested;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.outbox.Outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for the mails of a round, page by page; if the process dies, any replica goes on where it stopped. */
@ApplicationScoped
class ChangeNoticeJob implements Job {

    private static final int PAGE = 500;

    private final Database database;
    private final ChangeRepository rounds;
    private final Outbox outbox;

    ChangeNoticeJob(Database database, ChangeRepository rounds, Outbox outbox) {
        this.database = database;
        this.rounds = rounds;
        this.outbox = outbox;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        return database.asWorker(tx -> {
            Optional<ChangeRound> next = rounds.next(tx);
            next.ifPresent(round -> tellPage(tx, round));
            return next.isPresent();
        });
    }

    private void tellPage(Transaction tx, ChangeRound round) {
        List<UUID> page = rounds.readers(tx, round, PAGE);
        if (page.isEmpty()) {
            rounds.told(tx, round);
        } else {
            outbox.publishAll(
                    tx,
                    page.stream()
                            .map(alias -> new ChangeNoticeRequested(UUID.randomUUID(), 1, alias))
                            .toList());
            rounds.advance(tx, round, page.getLast());
        }
    }
}
