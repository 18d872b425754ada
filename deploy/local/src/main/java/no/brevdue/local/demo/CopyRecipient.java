package no.brevdue.local.demo;

import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.util.Map;

/** The system of an organisation that gets copies, such as a GP's office. */
final class CopyRecipient {

    private final Api mailbox;

    CopyRecipient(String actor) {
        this.mailbox = new Api(Service.MAILBOX.url(), actor);
    }

    Answer letters() throws IOException, InterruptedException {
        return mailbox.get("/v1/organization/letters");
    }

    Answer fetch(String letterId) throws IOException, InterruptedException {
        return mailbox.post("/v1/organization/letters/" + letterId + "/fetches");
    }

    Answer acknowledge(String letterId, String outcome) throws IOException, InterruptedException {
        return mailbox.post("/v1/organization/letters/" + letterId + "/acknowledgements", Map.of("outcome", outcome));
    }
}
