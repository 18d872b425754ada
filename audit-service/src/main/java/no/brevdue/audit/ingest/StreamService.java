package no.brevdue.audit.ingest;

import no.brevdue.platform.database.Database;

import jakarta.enterprise.context.ApplicationScoped;

/** What is known of the streams as a whole. */
@ApplicationScoped
class StreamService {

    private final Database database;
    private final StreamRepository streams;

    StreamService(Database database, StreamRepository streams) {
        this.database = database;
        this.streams = streams;
    }

    long openGaps() {
        return database.asWorker(streams::openGaps);
    }
}
