package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A letter with an attachment and a copy, from the first byte to the patient's access log. */
final class ReadLetter {

    private static final Duration LOGGED_WITHIN = Duration.ofSeconds(2);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final String OPENED = "YOU letter-opened own-use DONE";

    /** Who did or tried what to Kari's data in this story, why, and how it ended. */
    private static final List<String> ACTS = List.of(
            "ORGANIZATION 100100673 letter-accepted treatment DONE",
            "SERVICE identity person-registered letter-delivery DONE",
            "SERVICE notification contact-points-read letter-notification DONE",
            "YOU letters-listed own-use DONE",
            "YOU letter-looked-at own-use DONE",
            "YOU terms-accepted own-use DONE",
            OPENED,
            "YOU attachment-downloaded own-use DONE",
            "ORGANIZATION 100200406 copy-fetched copy-handling DONE",
            "ORGANIZATION 100200406 copy-acknowledged copy-handling DONE",
            "ORGANIZATION 100100673 delivery-state-read delivery-follow-up DONE",
            "ORGANIZATION 100200309 letter-sought not-stated REFUSED",
            "ANOTHER_PERSON letter-sought not-stated REFUSED");

    private final Narrator narrator;
    private final Letter letter;
    private final Clinic clinic = new Clinic("solvang-clinic");
    private final Patient kari = new Patient("kari");
    private final CopyRecipient gpOffice = new CopyRecipient("gp-office");
    private final String key = UUID.randomUUID().toString();
    private final Instant start;
    private List<String> attachments = List.of();
    private String messageId = "";
    private String deliveryId = "";

    ReadLetter(Narrator narrator, Letter letter) throws IOException, InterruptedException {
        this.narrator = narrator;
        this.letter = letter;
        start = Instant.parse(new World().businessTime());
    }

    void tell() throws IOException, InterruptedException {
        send();
        publish();
        notifyPatient();
        open();
        acknowledgeCopy();
        prove();
        readAccessLog();
    }

    private void send() throws IOException, InterruptedException {
        narrator.chapter("1. A clinic system sends a letter with a PDF, and a copy to the GP's office");
        attachments = clinic.upload(letter);
        narrator.expect("The PDF is stored before the letter names it", attachments.size() == 1, attachments);
        Answer sent = clinic.send(letter, attachments, key);
        narrator.expect("The letter is durably accepted", sent.status() == 201, sent);
        messageId = sent.text("/messageId");
    }

    private void publish() throws IOException, InterruptedException {
        narrator.chapter("2. The patient is registered, the attachment scanned, the letter published");
        Proof published = clinic.proofOnce(messageId, Proof::isPublished);
        narrator.expect(
                "The letter is published",
                published.isPublished(),
                published.toPerson().path("state"));
        deliveryId = published.toPerson().path("deliveryId").asText();
        List<String> news = clinic.news(messageId);
        narrator.expect(
                "It was held before; why, is not the clinic's business",
                news.stream().anyMatch(entry -> entry.startsWith("delivery-held"))
                        && news.stream().noneMatch(entry -> entry.contains("REGISTRATION")),
                news);
        Answer profile = kari.profile();
        narrator.expect(
                "The patient, unknown until now, is registered",
                profile.status() == 200,
                "GET /v1/me " + profile.status());
    }

    private void notifyPatient() throws IOException, InterruptedException {
        narrator.chapter("3. The patient is told by e-mail, without being told anything");
        JsonNode mail = new World()
                .mailTo("kari@epost.example")
                .orElseThrow(() -> new ClaimFailed("An e-mail reaches the patient", "no mail"));
        String text = mail.path("subject").asText() + "\n" + mail.path("text").asText();
        narrator.expect(
                "It is in the patient's language",
                text.contains("brev"),
                mail.path("subject").asText());
        narrator.expect(
                "It carries no link",
                !text.contains("http") && !text.contains("www."),
                mail.path("text").asText());
        narrator.expect(
                "It reveals neither content, number nor sender",
                !letter.contains(text) && !text.contains("Solvang"),
                mail.path("headers").path("From").asText());
        Proof told = clinic.proofOnce(messageId, proof -> proof.hasRung(proof.toPerson(), "NOTIFICATION_HANDED_OVER"));
        narrator.expect(
                "The hand-over has become evidence",
                told.hasRung(told.toPerson(), "NOTIFICATION_HANDED_OVER"),
                "rung NOTIFICATION_HANDED_OVER");
    }

    private void open() throws IOException, InterruptedException {
        narrator.chapter("4. The patient logs in, accepts the terms, opens and reads");
        Answer list = kari.letters().require(200);
        narrator.expect(
                "The list shows the neutral title only",
                !letter.contains(list.toString()),
                list.text("/letters/0/title"));
        narrator.expect(
                "The next step is to accept the terms",
                list.text("/letters/0/nextStep").equals("ACCEPT_TERMS"),
                list.text("/letters/0/nextStep"));
        Answer accepted = kari.acceptCurrentTerms();
        narrator.expect("The terms are accepted", accepted.status() == 201, accepted);

        Patient substantial = new Patient("kari-substantial");
        Answer glance = substantial.letter(deliveryId).require(200);
        narrator.expect(
                "Level substantial shows neither sender nor title",
                !letter.contains(glance.toString()) && !glance.toString().contains("Solvang"),
                glance.text("/title") + ", then " + glance.text("/nextStep"));
        Answer refused = substantial.open(deliveryId);
        narrator.expect(
                "Level substantial opens nothing",
                refused.status() == 403 && !letter.contains(refused.toString()),
                refused);
        Answer looked = kari.letter(deliveryId).require(200);
        narrator.expect("A plain GET releases no content", !letter.contains(looked.toString()), looked);
        Proof unopened = clinic.proofOnce(messageId, Proof::isPublished);
        narrator.expect(
                "... and is no opening",
                unopened.isPublished(),
                unopened.toPerson().path("state"));

        Answer opened = Patiently.await(A_MOMENT, () -> kari.open(deliveryId), answer -> answer.status() < 400);
        narrator.expect(
                "The opening releases title and body",
                opened.text("/body").equals(letter.body()),
                opened.text("/title"));
        Answer pdf = kari.attachment(deliveryId, opened.text("/attachments/0/attachmentId"))
                .require(200);
        narrator.expect(
                "The PDF has the bytes that were sent",
                Arrays.equals(pdf.body(), letter.attachments().getFirst().content()),
                pdf.body().length + " bytes");
    }

    private void acknowledgeCopy() throws IOException, InterruptedException {
        narrator.chapter("5. The GP's system fetches its copy and acknowledges it");
        Proof before = clinic.proofOnce(messageId, proof -> proof.hasRung(proof.toPerson(), "OPENED"));
        narrator.expect(
                "Opened by the patient, the message is not complete yet", !before.isComplete(), "no completion time");
        String copyId = gpOffice.letters().require(200).text("/copies/0/letterId");
        Answer copy = gpOffice.fetch(copyId).require(200);
        narrator.expect("The copy has the content", copy.text("/body").equals(letter.body()), copy.text("/title"));
        narrator.expect(
                "... and nothing of the patient's own doings",
                !copy.toString().contains("opened"),
                "no evidence of the patient");
        int patients = gpOffice.fetch(deliveryId).status();
        int states = new Clinic("gp-office").message(messageId).status();
        narrator.expect(
                "The patient's own delivery and the sender's proof do not exist for it",
                patients == 404 && states == 404,
                patients + ", " + states);
        gpOffice.acknowledge(copyId, "OK").require(200);
        Proof after = clinic.proofOnce(messageId, Proof::isComplete);
        narrator.expect(
                "The copy is confirmed",
                after.toOrganization().path("state").asText().equals("CONFIRMED"),
                after.toOrganization().path("state"));
        narrator.expect(
                "Only now the message is complete",
                after.isComplete(),
                after.message().path("completedAt").asText());
    }

    private void prove() throws IOException, InterruptedException {
        narrator.chapter("6. The clinic sees the proof; nobody else does");
        new Proof(clinic.message(messageId).require(200).json()).tell(narrator);
        Answer again = clinic.send(letter, attachments, key);
        narrator.expect(
                "The same request again is the same message",
                again.text("/messageId").equals(messageId),
                again.status());
        Answer other = clinic.send(letter.saying("Noe helt annet."), attachments, key);
        narrator.expect("Another body under that key is refused", other.status() == 422, other.text("/code"));
        int foreignClinic = new Clinic("fjord-clinic").message(messageId).status();
        narrator.expect("For another clinic the message does not exist", foreignClinic == 404, foreignClinic);
        int foreignPatient = new Patient("anne").letter(deliveryId).status();
        narrator.expect("For another patient the letter does not exist", foreignPatient == 404, foreignPatient);
    }

    private void readAccessLog() throws IOException, InterruptedException {
        narrator.chapter("7. The patient's access log tells who did what");
        kari.open(deliveryId).require(200);
        List<List<String>> entries = Patiently.await(LOGGED_WITHIN, this::accessLog, ReadLetter::isWhole);
        narrator.table("Access log", List.of("time", "actor", "action", "purpose", "outcome"), entries);
        for (String act : ACTS) {
            narrator.expect("It knows: " + act, acts(entries).contains(act), "among " + entries.size() + " entries");
        }
        Instant now = Instant.parse(new World().businessTime());
        narrator.expect(
                "Every entry has a time within this story",
                entries.stream()
                        .map(row -> Instant.parse(row.getFirst()))
                        .allMatch(time -> !time.isBefore(start) && !time.isAfter(now)),
                start + " to " + now);
        narrator.expect(
                "Within two seconds it knows that she has just read the letter again",
                isWhole(entries),
                Collections.frequency(acts(entries), OPENED) + " openings");
    }

    private static boolean isWhole(List<List<String>> entries) {
        return acts(entries).containsAll(ACTS) && Collections.frequency(acts(entries), OPENED) == 2;
    }

    private static List<String> acts(List<List<String>> entries) {
        return entries.stream()
                .map(row -> String.join(" ", row.subList(1, row.size())))
                .toList();
    }

    private List<List<String>> accessLog() throws IOException, InterruptedException {
        JsonNode entries = kari.accessLog().require(200).json().path("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> List.of(
                        entry.path("time").asText(),
                        (entry.at("/actor/role").asText() + " "
                                        + entry.at("/actor/id").asText(""))
                                .strip(),
                        entry.path("action").asText(),
                        entry.path("purpose").asText(),
                        entry.path("outcome").asText()))
                .toList();
    }
}
