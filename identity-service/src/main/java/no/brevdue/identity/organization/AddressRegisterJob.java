package no.brevdue.identity.organization;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.time.RealTime;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Follows the address register. A page and the mark how far it was read are one transaction; a page read twice says nothing
 * new. While the register is away what it said last holds.
 */
@ApplicationScoped
class AddressRegisterJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(AddressRegisterJob.class);

    private final Database database;
    private final PartyRepository parties;
    private final AddressRegisterClient register;
    private final AddressRegisterConfig config;
    private final Clock clock;

    AddressRegisterJob(
            Database database,
            PartyRepository parties,
            AddressRegisterClient register,
            AddressRegisterConfig config,
            @RealTime Clock clock) {
        this.database = database;
        this.parties = parties;
        this.register = register;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Duration pause() {
        return config.pause();
    }

    @Override
    public boolean run() {
        long last = database.asWorker(parties::lastEvent);
        List<JsonNode> events = register.after(last).stream()
                .filter(event -> event.path("EventId").asLong() > last)
                .toList();
        database.asWorkerDo(tx -> {
            events.forEach(event -> PartyDocument.read(event)
                    .ifPresentOrElse(party -> parties.save(tx, party), () -> unreadable(event)));
            parties.advance(
                    tx,
                    events.stream()
                            .mapToLong(event -> event.path("EventId").asLong())
                            .max()
                            .orElse(last),
                    clock.instant());
        });
        return !events.isEmpty();
    }

    private static void unreadable(JsonNode event) {
        LOGGER.errorf(
                "The address register tells of a party that cannot be read, and what was known of it stays: event=%d",
                event.path("EventId").asLong());
    }
}
