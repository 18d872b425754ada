package no.brevdue.mailbox.canary;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.mailbox.message.MessageService;
import no.brevdue.mailbox.message.MessageStatus;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.mailbox.message.Provenance;
import no.brevdue.mailbox.message.Purpose;
import no.brevdue.mailbox.message.SendMessageRequest;
import no.brevdue.mailbox.message.SendMessageRequest.CopyRequest;
import no.brevdue.mailbox.message.SendMessageRequest.RecipientRequest;
import no.brevdue.mailbox.recall.RecallReason;
import no.brevdue.mailbox.recall.RecallService;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends one letter in each period, whoever of the replicas comes first: it bears the number of the period as key and as
 * reference. Earlier ones have arrived or are missed by now, and are taken back.
 */
@ApplicationScoped
class CanaryService {

    private static final Logger LOGGER = Logger.getLogger(CanaryService.class);

    /** What cannot be taken back in that many periods never can. */
    private static final int PERIODS = 12;

    private final CanaryConfig config;
    private final Database database;
    private final MessageService messages;
    private final Messages sent;
    private final RecallService recalls;
    private final Clock clock;
    private long lastPeriod;

    CanaryService(
            CanaryConfig config,
            Database database,
            MessageService messages,
            Messages sent,
            RecallService recalls,
            Clock clock) {
        this.config = config;
        this.database = database;
        this.messages = messages;
        this.sent = sent;
        this.recalls = recalls;
        this.clock = clock;
    }

    void fly() {
        Optional<String> person = config.person();
        if (config.sender().isEmpty() || person.isEmpty() || config.copyTo().isEmpty()) {
            return;
        }
        ClientSystem sender =
                new ClientSystem(OrganizationNumber.of(config.sender().get()), null, "canary");
        long period = clock.instant().getEpochSecond() / config.every().toSeconds();
        if (period != lastPeriod) {
            String name = "canary-" + period;
            MessageStatus unused = messages.sendOwn(sender, name, letter(name, person.get()));
            takeBackEarlier(sender);
            lastPeriod = period;
        }
    }

    private void takeBackEarlier(ClientSystem sender) {
        Instant before = clock.instant().minus(config.every().multipliedBy(2));
        Instant from = before.minus(config.every().multipliedBy(PERIODS));
        List<UUID> earlier =
                database.asWorker(tx -> sent.incomplete(tx, sender.consumer().value(), from, before));
        earlier.forEach(message -> takeBack(sender, message));
    }

    private void takeBack(ClientSystem sender, UUID message) {
        try {
            database.asWorkerDo(tx -> {
                MessageStatus unused = recalls.recall(tx, sender, message, RecallReason.WITHDRAWN, clock.instant());
            });
        } catch (RuntimeException failure) {
            LOGGER.warnf(failure, "A canary could not be taken back: message=%s", message);
        }
    }

    private SendMessageRequest letter(String name, String person) {
        return new SendMessageRequest(
                name,
                new RecipientRequest(person, null, null),
                config.copyTo().map(CopyRequest::new).stream().toList(),
                Purpose.ADMINISTRATION,
                "nb",
                "Prøvebrev",
                "Dette brevet prøver om brev kommer frem. Det angår ingen.",
                null,
                List.of(),
                false,
                ParentVisibility.HIDDEN,
                null,
                null,
                FallbackPolicy.TELL_ME,
                false,
                false,
                Provenance.SYSTEM);
    }
}
