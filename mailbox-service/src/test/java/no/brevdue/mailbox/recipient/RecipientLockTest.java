package no.brevdue.mailbox.recipient;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class RecipientLockTest {

    private final People people;
    private final Database database;
    private final IdentityProjection projection;

    RecipientLockTest(People people, Database database, IdentityProjection projection) {
        this.people = people;
        this.database = database;
        this.projection = projection;
    }

    @Test
    void aLetterAcceptedWhileItsReaderBecomesKnownIsPublished() {
        NationalIdentityNumber newcomer = people.stranger();
        NationalIdentityNumber other = people.registered(People.ADULT);

        String letter = database.asWorker(tx -> {
            projection.apply(tx, registered(newcomer));
            String accepted = accepted(newcomer);
            String next = accepted(other);
            // Whoever decides about this one has had the other in hand before, and cannot see who is being registered.
            await().untilAsserted(() -> assertThat(state(next)).isEqualTo("PUBLISHED"));
            return accepted;
        });

        await().untilAsserted(() -> assertThat(state(letter)).isEqualTo("PUBLISHED"));
    }

    private Received<IdentityEvent> registered(NationalIdentityNumber number) {
        return new Received<>(
                UUID.randomUUID(),
                TestClock.START,
                "identity",
                0,
                new PersonRegistered(UUID.randomUUID(), 1, people.alias(number), People.ADULT));
    }

    private static String accepted(NationalIdentityNumber number) {
        return send(letterTo(number)).statusCode(201).extract().path("messageId");
    }

    private static String state(String message) {
        return status(message).getString("deliveries[0].delivery.state");
    }
}
