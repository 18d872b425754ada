package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.demo.ConsentStory.Sent;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.receipt.ReceiptVerifier;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Hanne takes her consent back: what has become of each letter, of whoever reads for her, and what she has in writing. */
final class Withdrawal {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private final Narrator narrator;
    private final Decider hanne;
    private final Sent byLaw;
    private final Sent opened;
    private final Clinic lawClinic = new Clinic("solvang-clinic");
    private final Clinic consentClinic = new Clinic("fjord-clinic");
    private final Patient ola = new Patient("ola");

    Withdrawal(Narrator narrator, Decider hanne, Sent byLaw, Sent opened) {
        this.narrator = narrator;
        this.hanne = hanne;
        this.byLaw = byLaw;
        this.opened = opened;
    }

    void tell() throws IOException, InterruptedException {
        Patient proxy = olaReadsForHer();
        narrator.chapter("7. Hanne withdraws");
        Sent unopened = ConsentStory.send(consentClinic, hanne);
        Proof before = consentClinic.proofOnce(unopened.messageId(), Proof::isPublished);
        narrator.expect("Another letter of Fjord's is published and unopened", before.isPublished(), before.summary());
        Answer withdrawn = hanne.decide("WITHDRAW").require(201);
        narrator.expect(
                "The withdrawal is recorded",
                withdrawn.text("/state").equals("WITHDRAWN"),
                withdrawn.text("/progress"));
        JsonNode effective = hanne.onceEffective(withdrawn.text("/consentId"));
        narrator.expect(
                "It is effective: every reader acts on it", Decider.isEffective(effective), effective.path("readers"));
        Proof fallen = consentClinic.proofOnce(unopened.messageId(), proof -> proof.isInFallback("NO_CONSENT"));
        narrator.expect("The unopened letter falls back", fallen.isInFallback("NO_CONSENT"), fallen.summary());
        Answer own = hanne.patient().open(opened.deliveryId());
        narrator.expect("The opened one stays readable", own.status() == 200, own.text("/title"));
        Answer refused =
                Patiently.await(A_MOMENT, () -> proxy.open(opened.deliveryId()), answer -> answer.status() >= 400);
        narrator.expect("Ola is refused, as if there were no such letter", refused.status() == 404, refused);
        Answer lawful = proxy.open(byLaw.deliveryId());
        narrator.expect("The letter that rests on law he reads on", lawful.status() == 200, lawful.text("/title"));
        receipt(withdrawn.text("/consentId"));
    }

    private Patient olaReadsForHer() throws IOException, InterruptedException {
        narrator.chapter("6. Hanne lets Ola read for her");
        String told = lawClinic
                .send(
                        Letter.to(SyntheticPeople.OLA, "Timebestilling", "Timen er bestilt."),
                        List.of(),
                        UUID.randomUUID().toString())
                .require(201)
                .text("/messageId");
        Proof known = lawClinic.proofOnce(told, Proof::isPublished);
        narrator.expect("Ola is known, by a letter of his own", known.isPublished(), known.summary());
        hanne.patient().give(SyntheticPeople.OLA, "READ").require(201);
        int terms = ola.acceptCurrentTerms().status();
        narrator.expect("Ola has accepted the terms", terms == 201 || terms == 200, terms);
        String hannesId = hanne.patient().profile().require(200).text("/personId");
        Patient proxy = ola.onBehalfOf(hannesId);
        for (Sent letter : List.of(byLaw, opened)) {
            Answer read =
                    Patiently.await(A_MOMENT, () -> proxy.open(letter.deliveryId()), answer -> answer.status() < 400);
            narrator.expect("He reads what " + read.text("/sender") + " wrote", read.status() == 200, read.status());
        }
        return proxy;
    }

    private void receipt(String consent) throws IOException, InterruptedException {
        narrator.chapter("8. Hanne has it in writing");
        String receipt = hanne.receipt(consent);
        ReceiptVerifier verifier = new ReceiptVerifier(hanne.receiptKeys());
        JsonNode said = verifier.verified(receipt);
        narrator.expect(
                "The receipt verifies without any service",
                said.path("version").asText().equals("KI-CR-v1.1.0"),
                said.at("/services/0/purposes/0").toString());
        narrator.expect("A changed receipt does not", isRefused(verifier, changed(receipt)), "refused");
    }

    private static boolean isRefused(ReceiptVerifier verifier, String receipt) throws IOException {
        try {
            return verifier.verified(receipt).isMissingNode();
        } catch (LocalProblem refused) {
            return true;
        }
    }

    private static String changed(String receipt) {
        int middle = receipt.indexOf('.') + 20;
        char other = receipt.charAt(middle) == 'A' ? 'B' : 'A';
        return receipt.substring(0, middle) + other + receipt.substring(middle + 1);
    }
}
