package no.brevdue.mailbox.feed;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.OrganizationNumber;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FeedService {

    private final Database database;
    private final FeedRepository entries;

    FeedService(Database database, FeedRepository entries) {
        this.database = database;
        this.entries = entries;
    }

    List<FeedEntry> after(OrganizationNumber organization, long position, int limit) {
        return database.asCaller(tx -> entries.after(tx, organization.value(), position, limit));
    }
}
