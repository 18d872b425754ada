package no.brevdue.local.demo;

import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.util.Map;

/** A health worker at the screen of a clinic. */
final class Doctor {

    private final Api mailbox;

    Doctor(String actor) {
        this.mailbox = new Api(Service.MAILBOX.url(), actor);
    }

    Answer read(String letterId) throws IOException, InterruptedException {
        return mailbox.post("/v1/staff/letters/" + letterId + "/readings", Map.of("purpose", "TREATMENT"));
    }
}
