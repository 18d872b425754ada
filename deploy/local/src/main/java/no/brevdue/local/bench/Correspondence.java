package no.brevdue.local.bench;

import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The letters that are sent: 1.2 KB of text each, without copies, to the people of a crowd in turn. */
final class Correspondence {

    private static final String BODY = "Vi viser til konsultasjonen og ber deg lese dette brevet til ende. "
            .repeat(18)
            .substring(0, 1_200);

    /** All alike. Each is unknown at first and is registered, which takes a while and is no part of any figure. */
    static final List<SyntheticPerson> CROWD =
            IntStream.range(0, 25).mapToObj(SyntheticPeople::crowd).toList();

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong written = new AtomicLong();

    /** Sends the next letter to the next of the crowd. */
    void sendNext(Wire wire) throws IOException {
        long number = written.getAndIncrement();
        String unused = send(wire, CROWD.get((int) (number % CROWD.size())));
    }

    String send(Wire wire, SyntheticPerson to) throws IOException {
        return send(wire, to, reference());
    }

    /** The reference serves as idempotency key, too. */
    String send(Wire wire, SyntheticPerson to, String reference) throws IOException {
        String json = """
                {"reference":"%s","recipient":{"nationalIdentityNumber":"%s"},"purpose":"TREATMENT",\
                "language":"nb","title":"Svar på prøver","body":"%s"}""".formatted(reference, to.number(), BODY);
        byte[] unused = wire.post("/v1/sender/messages", reference, json).require(201);
        return reference;
    }

    String reference() {
        return run + "-" + UUID.randomUUID();
    }
}
