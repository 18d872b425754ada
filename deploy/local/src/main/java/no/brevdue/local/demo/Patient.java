package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A patient's front end. */
public final class Patient {

    private final Api mailbox;
    private final Api consent;
    private final Api identity;
    private final Api audit;

    public Patient(String actor) {
        this.mailbox = new Api(Service.MAILBOX.url(), actor);
        this.consent = new Api(Service.CONSENT.url(), actor);
        this.identity = new Api(Service.IDENTITY.url(), actor);
        this.audit = new Api(Service.AUDIT.url(), actor);
    }

    private Patient(Api mailbox, Patient self) {
        this.mailbox = mailbox;
        this.consent = self.consent;
        this.identity = self.identity;
        this.audit = self.audit;
    }

    /** Reads the letters of somebody else, named by the opaque id that {@link #representations} tells. */
    Patient onBehalfOf(String personId) {
        return new Patient(mailbox.onBehalfOf(personId), this);
    }

    Answer representations() throws IOException, InterruptedException {
        return identity.get("/v1/me/representations");
    }

    Answer give(SyntheticPerson receiver, String scope) throws IOException, InterruptedException {
        return identity.post(
                "/v1/me/powers-of-attorney",
                Map.of("receiver", Map.of("nationalIdentityNumber", receiver.number()), "scope", scope));
    }

    Answer end(String powerOfAttorneyId) throws IOException, InterruptedException {
        return identity.delete("/v1/me/powers-of-attorney/" + powerOfAttorneyId);
    }

    Answer consentToLogin(String childId) throws IOException, InterruptedException {
        return identity.put("/v1/me/children/" + childId + "/login-consent");
    }

    Answer revokeConsent(String childId) throws IOException, InterruptedException {
        return identity.delete("/v1/me/children/" + childId + "/login-consent");
    }

    Answer profile() throws IOException, InterruptedException {
        return identity.get("/v1/me");
    }

    public Answer letters() throws IOException, InterruptedException {
        return mailbox.get("/v1/me/letters");
    }

    Answer letter(String deliveryId) throws IOException, InterruptedException {
        return mailbox.get("/v1/me/letters/" + deliveryId);
    }

    Answer open(String deliveryId) throws IOException, InterruptedException {
        return mailbox.post("/v1/me/letters/" + deliveryId + "/openings");
    }

    Answer answer(String deliveryId, String idempotencyKey, String text) throws IOException, InterruptedException {
        return mailbox.post(
                "/v1/me/letters/" + deliveryId + "/replies", Map.of("text", text), "Idempotency-Key", idempotencyKey);
    }

    Answer replies(String deliveryId) throws IOException, InterruptedException {
        return mailbox.get("/v1/me/letters/" + deliveryId + "/replies");
    }

    Answer archive() throws IOException, InterruptedException {
        return mailbox.get("/v1/me/archive");
    }

    Answer file(String deliveryId) throws IOException, InterruptedException {
        return mailbox.put("/v1/me/archive/" + deliveryId);
    }

    Answer takeOut(String deliveryId) throws IOException, InterruptedException {
        return mailbox.delete("/v1/me/archive/" + deliveryId);
    }

    Answer delete(String deliveryId) throws IOException, InterruptedException {
        return mailbox.post("/v1/me/letters/" + deliveryId + "/deletions", Map.of("forGood", false));
    }

    Answer restore(String deliveryId) throws IOException, InterruptedException {
        return mailbox.delete("/v1/me/letters/" + deliveryId + "/deletions");
    }

    Answer disown(String deliveryId) throws IOException, InterruptedException {
        return mailbox.post("/v1/me/letters/" + deliveryId + "/not-mine");
    }

    Answer attachment(String deliveryId, String attachmentId) throws IOException, InterruptedException {
        return mailbox.get("/v1/me/letters/" + deliveryId + "/attachments/" + attachmentId);
    }

    Answer acceptCurrentTerms() throws IOException, InterruptedException {
        JsonNode terms =
                consent.get("/v1/terms/current?language=nb").require(200).json();
        return consent.post(
                "/v1/me/terms-acceptances",
                Map.of(
                        "termsId", terms.path("termsId").asText(),
                        "version", terms.path("version").asLong(),
                        "language", "nb"));
    }

    /** Accepts the terms, now or before. */
    void agree(Narrator narrator, String who) throws IOException, InterruptedException {
        Answer accepted = acceptCurrentTerms();
        narrator.expect(
                who + " accepts the terms, or has before",
                accepted.status() == 201 || accepted.status() == 200,
                accepted.status());
    }

    /** Denies an organisation access to one's letters. */
    Answer deny(SyntheticOrganization organization) throws IOException, InterruptedException {
        return consent.post("/v1/me/restrictions", Map.of("kind", "ORGANIZATION", "target", organization.number()));
    }

    Answer restrictions() throws IOException, InterruptedException {
        return consent.get("/v1/me/restrictions");
    }

    Answer accessLog() throws IOException, InterruptedException {
        return audit.get("/v1/me/access-log");
    }

    /** From the newest entry to the first. */
    public List<JsonNode> wholeAccessLog() throws IOException, InterruptedException {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = audit.get("/v1/me/access-log?limit=100" + cursor).require(200);
            page.json().path("entries").forEach(entries::add);
            cursor = page.json().hasNonNull("next") ? "&cursor=" + page.text("/next") : "";
        } while (!cursor.isEmpty());
        return entries;
    }
}
