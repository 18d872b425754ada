package no.brevdue.mailbox.message;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;

/** What a letter costs between mailbox-service and PostgreSQL, as the driver says it over the wire. */
@QuarkusTest
class RoundTripsTest {

    private final People people;

    RoundTripsTest(People people) {
        this.people = people;
    }

    /** Begin, whose rows it may see, message, parts, keys, deliveries, evidence, facts, commit. */
    @Test
    void aLetterIsAcceptedInThreeRoundTripsAndNineStatementsCopiesIncluded() {
        NationalIdentityNumber kari = people.registered(People.ADULT);
        Map<String, Object> withCopies = with(
                letterTo(kari),
                "copies",
                List.of(Map.of("organization", GP_OFFICE), Map.of("organization", OTHER_CLINIC)));
        send(with(withCopies, "reference", "which makes the keys")).statusCode(201);

        assertThat(sending(letterTo(kari))).isEqualTo(new Wire.Traffic(3, 9));
        assertThat(sending(withCopies)).isEqualTo(new Wire.Traffic(3, 9));
    }

    /**
     * Their keys are looked for, made and committed before anything is wrapped with them, and the number is sealed and sent on.
     * The driver saves one now and then, and asks once more where it is going to keep a statement.
     */
    @Test
    void aLetterToSomebodyUnknownIsAcceptedInNineRoundTrips() {
        List<Wire.Traffic> several = Stream.generate(() -> sending(letterTo(people.stranger())))
                .limit(5)
                .toList();

        assertThat(several.stream().mapToInt(Wire.Traffic::roundTrips).min().orElseThrow())
                .isBetween(8, 9);
        assertThat(several).extracting(Wire.Traffic::statements).containsOnly(18);
    }

    private static Wire.Traffic sending(Map<String, Object> letter) {
        try (Wire wire = new Wire()) {
            send(letter).statusCode(201);
            return wire.ofRequests();
        }
    }
}
