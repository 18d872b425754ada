package no.brevdue.consent.decision;

import no.brevdue.platform.database.Database;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts how far the readers have come. */
@ApplicationScoped
class ReaderService {

    private final Database database;
    private final DecisionRepository decisions;

    ReaderService(Database database, DecisionRepository decisions) {
        this.database = database;
        this.decisions = decisions;
    }

    List<ReaderProgress> progress() {
        return database.asWorker(tx -> decisions.progress(tx, Readers.ALL));
    }
}
