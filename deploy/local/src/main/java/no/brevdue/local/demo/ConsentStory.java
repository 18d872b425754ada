package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.receipt.ReceiptVerifier;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A clinic that writes by law and one that writes on consent, and one person who decides. It kills consent-service, therefore
 * it plays on a stack of its own.
 */
public final class ConsentStory implements Story {

    private static final String KARI = "kari";
    private static final String CONSENT_CLINIC = SyntheticOrganization.FJORD.number();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A source is silent after a minute; then some. */
    private static final Duration UNTIL_SILENT = Duration.ofSeconds(100);

    private final Stack stack;
    private final Clinic lawClinic = new Clinic("solvang-clinic");
    private final Clinic consentClinic = new Clinic("fjord-clinic");
    private final CopyRecipient gpOffice = new CopyRecipient("gp-office");
    private final Patient kari = new Patient(KARI);
    private final Api decisions = new Api(Service.CONSENT.url(), KARI);
    private final Api operator = new Api(Service.CONSENT.url(), "operator");
    private final World world = new World();

    public ConsentStory(Stack stack) {
        this.stack = stack;
    }

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        declareBases(narrator);
        String byLaw = publishedByLaw(narrator);
        String byConsent = publishedOnConsent(narrator);
        changeTerms(narrator, byLaw);
        String consent = withdraw(narrator, byConsent);
        receipt(narrator, consent);
        doubt(narrator, byConsent);
    }

    private void declareBases(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("1. Two clinics say what makes their letters lawful");
        Answer law = operator.put(
                "/v1/operations/legal-bases",
                Map.of(
                        "controller", SyntheticOrganization.SOLVANG.number(),
                        "purpose", "letters",
                        "basis", "LAW",
                        "provision", "pasientjournalloven § 8"));
        narrator.expect("An operator declares law for Solvang legesenter", law.status() == 200, law);
        Answer consent = new Api(Service.CONSENT.url(), "fjord-clinic")
                .put(
                        "/v1/organization/legal-bases",
                        Map.of("purpose", "letters", "basis", "CONSENT", "provision", "GDPR art. 6(1)(a), 9(2)(a)"));
        narrator.expect("Fjord sykehus declares consent for itself", consent.status() == 200, consent);
    }

    private String publishedByLaw(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("2. By law a letter flows");
        String message = send(lawClinic, true);
        Proof proof = lawClinic.proofOnce(message, Proof::isPublished);
        narrator.expect("Solvang's letter is published", proof.isPublished(), state(proof));
        return message;
    }

    private String publishedOnConsent(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("3. On consent it waits, and Kari is asked");
        String message = send(consentClinic, false);
        Proof waiting = consentClinic.proofOnce(message, proof -> reason(proof).equals("AWAITING_CONSENT"));
        narrator.expect(
                "Fjord's letter is held", state(waiting).equals("HELD"), state(waiting) + " " + reason(waiting));
        List<JsonNode> mails = Patiently.await(
                PATIENCE,
                () -> world.allMailTo("kari@epost.example"),
                all -> all.stream().anyMatch(ConsentStory::invites));
        JsonNode invitation = mails.stream()
                .filter(ConsentStory::invites)
                .findFirst()
                .orElseThrow(() -> new ClaimFailed("Kari is invited to choose", mails.toString()));
        narrator.expect(
                "Kari is invited to choose", true, invitation.path("subject").asText());
        narrator.expect("The invitation names no sender", !invitation.toString().contains("Fjord"), "fixed text");
        Answer pending = Patiently.await(
                PATIENCE,
                () -> decisions.get("/v1/me/pending-decisions").require(200),
                answer -> answer.toString().contains(CONSENT_CLINIC));
        narrator.expect(
                "One call says what to decide, and why",
                pending.toString().contains("GATES_OPENING")
                        && pending.toString().contains("LETTER_WAITS"),
                pending);
        kari.acceptCurrentTerms().require(201);
        Answer granted = decide("GRANT").require(201);
        narrator.expect("The consent is recorded", granted.text("/state").equals("GRANTED"), granted.text("/progress"));
        expectEffective(narrator, granted.text("/consentId"));
        Proof published = consentClinic.proofOnce(message, Proof::isPublished);
        narrator.expect("Fjord's letter is published", published.isPublished(), state(published));
        narrator.expect("Kari opens it", kari.open(letter(published)).status() == 200, "200");
        return message;
    }

    private void changeTerms(Narrator narrator, String message) throws IOException, InterruptedException {
        narrator.chapter("4. The terms change in a way that matters");
        Answer announced = operator.post(
                "/v1/operations/document-versions",
                Map.of(
                        "documentId", "terms-of-use",
                        "effectiveAt", "2026-01-01T00:00:00Z",
                        "change", "MATERIAL",
                        "nb", "# Vilkår for bruk av Brevdue\n\nDu kan nå nekte navngitte virksomheter innsyn.\n",
                        "nn", "# Vilkår for bruk av Brevdue\n\nDu kan no nekte namngjevne verksemder innsyn.\n",
                        "en", "# Terms of use of Brevdue\n\nYou can now deny named organisations access.\n"));
        narrator.expect("Version 2 is announced", announced.text("/version").equals("2"), announced);
        String letter = letter(lawClinic.proofOnce(message, Proof::isPublished));
        Answer refused = Patiently.await(PATIENCE, () -> kari.open(letter), answer -> answer.status() == 409);
        narrator.expect("The next opening asks again", refused.text("/code").equals("BD-1321"), refused);
        kari.acceptCurrentTerms().require(201);
        Answer opened = Patiently.await(PATIENCE, () -> kari.open(letter), answer -> answer.status() == 200);
        narrator.expect("Once accepted it opens", opened.status() == 200, opened.status());
    }

    private String withdraw(Narrator narrator, String opened) throws IOException, InterruptedException {
        narrator.chapter("5. Kari withdraws");
        String message = send(consentClinic, false);
        Proof unopened = consentClinic.proofOnce(message, Proof::isPublished);
        narrator.expect(
                "A second letter of Fjord's is published and unopened", unopened.isPublished(), state(unopened));
        Answer withdrawn = decide("WITHDRAW").require(201);
        narrator.expect(
                "The withdrawal is recorded",
                withdrawn.text("/state").equals("WITHDRAWN"),
                withdrawn.text("/progress"));
        expectEffective(narrator, withdrawn.text("/consentId"));
        Proof fallen = consentClinic.proofOnce(message, proof -> reason(proof).equals("NO_CONSENT"));
        narrator.expect(
                "The unopened letter falls back",
                fallen.toPerson().path("fallback").asText().equals("ORDERED"),
                fallen.toPerson().path("fallback").asText() + " " + reason(fallen));
        String letter = letter(consentClinic.proofOnce(opened, proof -> true));
        narrator.expect("The opened one stays readable", kari.open(letter).status() == 200, "200");
        return withdrawn.text("/consentId");
    }

    private void receipt(Narrator narrator, String consent) throws IOException, InterruptedException {
        narrator.chapter("6. Kari has it in writing");
        String receipt = new String(
                decisions.get("/v1/me/consent-receipts/" + consent).require(200).body(), StandardCharsets.UTF_8);
        ReceiptVerifier verifier = new ReceiptVerifier(
                new String(decisions.get("/v1/receipt-keys").require(200).body(), StandardCharsets.UTF_8));
        JsonNode said = verifier.verified(receipt);
        narrator.expect(
                "The receipt verifies without any service",
                said.path("version").asText().equals("KI-CR-v1.1.0"),
                said.at("/services/0/purposes/0").toString());
        narrator.expect("A changed receipt does not", isRefused(verifier, changed(receipt)), "refused");
    }

    private void doubt(Narrator narrator, String opened) throws IOException, InterruptedException {
        narrator.chapter("7. consent-service is killed");
        String copy = gpOffice.letters().require(200).text("/copies/0/letterId");
        narrator.expect("The GP's office reads its copy", gpOffice.fetch(copy).status() == 200, "200");
        stack.kill(Service.CONSENT.module());
        narrator.say(
                "It is gone (kill -9). Within a minute it is silent, and nobody knows what Kari may have decided.");
        Answer refused = Patiently.await(UNTIL_SILENT, () -> gpOffice.fetch(copy), answer -> answer.status() == 503);
        narrator.expect(
                "The GP's office is refused, in doubt", refused.text("/code").equals("BD-1326"), refused);
        String held = send(consentClinic, false);
        Proof doubtful = consentClinic.proofOnce(held, proof -> state(proof).equals("HELD"));
        narrator.expect("Fjord's letter is not published", !doubtful.isPublished(), state(doubtful));
        String letter = letter(consentClinic.proofOnce(opened, proof -> true));
        narrator.expect("Kari's own letters stay readable", kari.open(letter).status() == 200, "200");
        stack.restart(Service.CONSENT.module());
        Answer again = Patiently.await(UNTIL_SILENT, () -> gpOffice.fetch(copy), answer -> answer.status() == 200);
        narrator.expect("It is back, and the GP's office reads again", again.status() == 200, again.status());
    }

    private String send(Clinic clinic, boolean withCopy) throws IOException, InterruptedException {
        Letter letter = Letter.to(SyntheticPeople.KARI, "Svar på prøve", "Prøven din er i orden.");
        return clinic.send(
                        withCopy ? letter.withCopyTo(SyntheticOrganization.GP_OFFICE) : letter,
                        List.of(),
                        UUID.randomUUID().toString())
                .require(201)
                .text("/messageId");
    }

    private Answer decide(String decision) throws IOException, InterruptedException {
        return decisions.post(
                "/v1/me/consent-decisions",
                Map.of(
                        "controller",
                        CONSENT_CLINIC,
                        "purpose",
                        "letters",
                        "decision",
                        decision,
                        "noticeVersion",
                        1,
                        "language",
                        "nb"));
    }

    private void expectEffective(Narrator narrator, String consent) throws IOException, InterruptedException {
        Answer effective = Patiently.await(
                PATIENCE,
                () -> decisions.get("/v1/me/consents/" + consent).require(200),
                answer -> answer.text("/consent/progress").equals("EFFECTIVE"));
        narrator.expect(
                "It is effective: every reader acts on it",
                effective.text("/consent/progress").equals("EFFECTIVE"),
                effective.json().at("/consent/readers"));
    }

    private static boolean invites(JsonNode mail) {
        return mail.toString().contains("Du har et valg");
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

    private static String letter(Proof proof) {
        return proof.toPerson().path("deliveryId").asText();
    }

    private static String state(Proof proof) {
        return proof.toPerson().path("state").asText();
    }

    private static String reason(Proof proof) {
        return proof.toPerson().path("reason").asText();
    }
}
