package no.brevdue.local.bench;

import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.time.Duration;

/** Sends as fast as the service answers 201: durable letters per second, whatever becomes of them after. */
final class Accept {

    static final int CLIENTS = 24;

    private final String token;
    private final Correspondence letters;

    Accept(String token, Correspondence letters) {
        this.token = token;
        this.letters = letters;
    }

    Pace measure(Duration warmUp, Duration measured) throws IOException, InterruptedException {
        return Crew.work(CLIENTS, warmUp, measured, number -> {
            Wire wire = Wire.open(Service.MAILBOX, token);
            return Crew.Worker.of(() -> letters.sendNext(wire), wire::close);
        });
    }
}
