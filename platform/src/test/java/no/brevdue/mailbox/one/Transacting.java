package no.brevdue.mailbox.one;

import no.brevdue.platform.database.Database;

/** No use case, and yet it opens transactions. */
public record Transacting(Database database) {}
