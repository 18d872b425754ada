package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Hanne answers a letter and files it: each takes an agreement of its own, and a withdrawal takes nothing away. */
final class AnswersAndArchive {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final String CONTROLLER = SyntheticOrganization.SOLVANG.number();

    private final Narrator narrator;
    private final Decider hanne;
    private final Clinic clinic = new Clinic("solvang-clinic");
    private final Api inbox = new Api(Service.MAILBOX.url(), "solvang-clinic");

    AnswersAndArchive(Narrator narrator, Decider hanne) {
        this.narrator = narrator;
        this.hanne = hanne;
    }

    void tell() throws IOException, InterruptedException {
        PublishedLetter letter = clinic.publishTakingReplies(
                Letter.to(hanne.person(), "Ny time", "Passer torsdag klokken 9? Svar gjerne her."));
        hanne.patient().open(letter.deliveryId()).require(200);
        answers(letter);
        files(letter.deliveryId());
    }

    private void answers(PublishedLetter letter) throws IOException, InterruptedException {
        narrator.chapter("11. Hanne answers");
        String key = UUID.randomUUID().toString();
        Answer refused = answer(letter, key);
        narrator.expect(
                "Without the agreement she is refused and told what to ask for",
                refused.status() == 403
                        && refused.text("/detail").contains("feature=contact, controller=" + CONTROLLER),
                refused);
        Answer asked = hanne.pendingFor("feature=contact&controller=" + CONTROLLER);
        narrator.expect("Asked so, she is shown the choice", asked.toString().contains("contact"), asked);
        hanne.decide(CONTROLLER, "contact", "GRANT").require(201);
        Answer accepted = Patiently.await(A_MOMENT, () -> answer(letter, key), answer -> answer.status() < 400);
        narrator.expect(
                "The same answer is accepted, and nothing more is said of it",
                accepted.status() == 201 && accepted.text("/state").equals("ACCEPTED"),
                accepted.text("/state"));
        String reply = accepted.text("/replyId");
        String told = "letter-answered " + reply;
        boolean heard = Patiently.await(A_MOMENT, () -> clinic.news(letter.messageId()), news -> news.contains(told))
                .contains(told);
        narrator.expect("Solvang hears of it in its feed", heard, told);
        Answer fetched = inbox.post("/v1/organization/replies/" + reply + "/fetches", Map.of("purpose", "TREATMENT"));
        narrator.expect("It fetches the answer", fetched.status() == 200, fetched.text("/text"));
        inbox.post("/v1/organization/replies/" + reply + "/acknowledgements", Map.of("outcome", "FILED"))
                .require(200);
        Answer seen = hanne.patient().replies(letter.deliveryId()).require(200);
        narrator.expect(
                "Hanne sees that it has been filed",
                seen.text("/replies/0/state").equals("ACKNOWLEDGED"),
                seen.text("/replies/0/state"));
        hanne.decide(CONTROLLER, "contact", "WITHDRAW").require(201);
        Answer ended = Patiently.await(
                A_MOMENT, () -> answer(letter, UUID.randomUUID().toString()), answer -> answer.status() >= 400);
        narrator.expect("Once she has withdrawn the next is refused", ended.status() == 403, ended.text("/code"));
        Answer kept = hanne.patient().replies(letter.deliveryId()).require(200);
        narrator.expect(
                "What she wrote stays readable", kept.text("/replies/0/text").equals("Ja, det passer."), kept.status());
    }

    private void files(String letter) throws IOException, InterruptedException {
        narrator.chapter("12. Hanne keeps a letter");
        Answer refused = hanne.patient().file(letter);
        narrator.expect("The archive asks first", refused.text("/code").equals("BD-1351"), refused);
        hanne.decide("platform", "archive", "GRANT").require(201);
        Answer filed = Patiently.await(A_MOMENT, () -> hanne.patient().file(letter), answer -> answer.status() < 400);
        narrator.expect("With her agreement it is filed", filed.status() == 204, filed.status());
        boolean moved = hanne.patient().archive().toString().contains(letter)
                && !hanne.patient().letters().toString().contains(letter);
        narrator.expect("It stands in the archive and not in the inbox", moved, letter);
        hanne.decide("platform", "archive", "WITHDRAW").require(201);
        Answer again = Patiently.await(A_MOMENT, () -> hanne.patient().file(letter), answer -> answer.status() >= 400);
        narrator.expect("Withdrawn, nothing more is filed", again.status() == 403, again.text("/code"));
        Answer read = hanne.patient().open(letter);
        narrator.expect("What is there stays readable", read.status() == 200, read.text("/title"));
        Answer out = hanne.patient().takeOut(letter);
        narrator.expect(
                "And can be taken out",
                out.status() == 204 && hanne.patient().letters().toString().contains(letter),
                out.status());
    }

    private Answer answer(PublishedLetter letter, String key) throws IOException, InterruptedException {
        return hanne.patient().answer(letter.deliveryId(), key, "Ja, det passer.");
    }
}
