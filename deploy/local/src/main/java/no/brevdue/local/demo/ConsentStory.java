package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A clinic that writes by law and one that writes on consent, and one person who decides. It kills consent-service and starts
 * it again. Whoever it is about is another one each time.
 */
public final class ConsentStory implements Story {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stack stack;
    private final Clinic lawClinic = new Clinic("solvang-clinic");
    private final Clinic consentClinic = new Clinic("fjord-clinic");
    private final Api operator = new Api(Service.CONSENT.url(), "operator");
    private final World world = new World();

    public ConsentStory(Stack stack) {
        this.stack = stack;
    }

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        Decider hanne = Decider.next(world, SyntheticOrganization.FJORD);
        narrator.say("Hanne (" + hanne.person().key() + ") has never had a letter.");
        declareBases(narrator);
        try {
            Sent byLaw = publishedByLaw(narrator, hanne);
            Sent onConsent = publishedOnConsent(narrator, hanne);
            changeTerms(narrator, hanne, byLaw);
            new DeniedDoctor(narrator, hanne, byLaw).tell();
            new Withdrawal(narrator, hanne, byLaw, onConsent).tell();
            new SilentSource(narrator, stack, hanne, byLaw, onConsent).tell();
            declareLaw(narrator, hanne, onConsent);
            new AnswersAndArchive(narrator, hanne).tell();
            new DeniedReceiver(narrator, hanne, byLaw).tell();
        } finally {
            declareConsentClinic("LAW", "pasientjournalloven § 8").require(200);
        }
    }

    /** A letter that was sent, and its delivery to the person. */
    record Sent(String messageId, String deliveryId) {}

    static Sent send(Clinic clinic, Decider to, SyntheticOrganization... copies)
            throws IOException, InterruptedException {
        Letter letter = Letter.to(to.person(), "Svar på prøve", "Prøven din er i orden.");
        for (SyntheticOrganization copy : copies) {
            letter = letter.withCopyTo(copy);
        }
        Answer sent =
                clinic.send(letter, List.of(), UUID.randomUUID().toString()).require(201);
        Proof proof = clinic.proofOnce(sent.text("/messageId"), any -> true);
        return new Sent(
                sent.text("/messageId"), proof.toPerson().path("deliveryId").asText());
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
        Answer consent = declareConsentClinic("CONSENT", "GDPR art. 6(1)(a), 9(2)(a)");
        narrator.expect("Fjord sykehus declares consent for itself", consent.status() == 200, consent);
    }

    private static Answer declareConsentClinic(String basis, String provision)
            throws IOException, InterruptedException {
        return new Api(Service.CONSENT.url(), "fjord-clinic")
                .put(
                        "/v1/organization/legal-bases",
                        Map.of("purpose", "letters", "basis", basis, "provision", provision));
    }

    private Sent publishedByLaw(Narrator narrator, Decider hanne) throws IOException, InterruptedException {
        narrator.chapter("2. By law a letter flows");
        Sent sent = send(lawClinic, hanne, SyntheticOrganization.GP_OFFICE);
        Proof proof = lawClinic.proofOnce(sent.messageId(), Proof::isPublished);
        narrator.expect("Solvang's letter is published", proof.isPublished(), proof.summary());
        return sent;
    }

    private Sent publishedOnConsent(Narrator narrator, Decider hanne) throws IOException, InterruptedException {
        narrator.chapter("3. On consent it waits, and Hanne is asked");
        Sent sent = send(consentClinic, hanne);
        Proof waiting = consentClinic.proofOnce(
                sent.messageId(), proof -> proof.summary().contains("AWAITING_CONSENT"));
        narrator.expect("Fjord's letter is held", waiting.summary().startsWith("HELD"), waiting.summary());
        JsonNode invitation = mail(hanne, "Du har et valg");
        narrator.expect("Hanne is invited to choose", true, invitation.path("subject"));
        narrator.expect("The invitation names no sender", !invitation.toString().contains("Fjord"), "fixed text");
        Answer pending = hanne.pending();
        narrator.expect(
                "One call says what to decide, and why",
                pending.toString().contains("GATES_OPENING")
                        && pending.toString().contains("LETTER_WAITS"),
                pending);
        hanne.patient().acceptCurrentTerms().require(201);
        Answer granted = hanne.decide("GRANT").require(201);
        narrator.expect("The consent is recorded", granted.text("/state").equals("GRANTED"), granted.text("/progress"));
        JsonNode effective = hanne.onceEffective(granted.text("/consentId"));
        narrator.expect(
                "It is effective: every reader acts on it", Decider.isEffective(effective), effective.path("readers"));
        Proof published = consentClinic.proofOnce(sent.messageId(), Proof::isPublished);
        narrator.expect("Fjord's letter is published", published.isPublished(), published.summary());
        Answer opened = hanne.patient().open(sent.deliveryId());
        narrator.expect("Hanne opens it", opened.status() == 200, opened.text("/title"));
        return sent;
    }

    private void declareLaw(Narrator narrator, Decider hanne, Sent ended) throws IOException, InterruptedException {
        narrator.chapter("10. Fjord sykehus writes by law from now on");
        declareConsentClinic("LAW", "pasientjournalloven § 8").require(200);
        Proof proof = Patiently.await(PATIENCE, () -> decided(hanne), Proof::isPublished);
        narrator.expect("A new letter of Fjord's is published", proof.isPublished(), proof.summary());
        Patient ola = new Patient("ola")
                .onBehalfOf(hanne.patient().profile().require(200).text("/personId"));
        String letter = proof.toPerson().path("deliveryId").asText();
        Answer reads = Patiently.await(PATIENCE, () -> ola.open(letter), answer -> answer.status() < 400);
        narrator.expect("Ola reads it for her", reads.status() == 200, reads.text("/title"));
        Answer refused = ola.open(ended.deliveryId());
        narrator.expect("What her withdrawal ended stays ended", refused.status() == 404, refused);
    }

    /** A letter sent before the declaration is heard falls back; the next one does not. */
    private Proof decided(Decider hanne) throws IOException, InterruptedException {
        return consentClinic.proofOnce(
                send(consentClinic, hanne).messageId(),
                proof -> proof.isPublished() || proof.isInFallback("NO_CONSENT"));
    }

    private JsonNode mail(Decider hanne, String words) throws IOException, InterruptedException {
        Predicate<JsonNode> says = mail -> mail.toString().contains(words);
        List<JsonNode> mails = Patiently.await(
                PATIENCE,
                () -> world.allMailTo(hanne.address()),
                all -> all.stream().anyMatch(says));
        return mails.stream()
                .filter(says)
                .findFirst()
                .orElseThrow(() -> new ClaimFailed("Hanne is told: " + words, mails.toString()));
    }

    private void changeTerms(Narrator narrator, Decider hanne, Sent letter) throws IOException, InterruptedException {
        narrator.chapter("4. The terms change in a way that matters");
        long before = operator.get("/v1/terms/current?language=nb")
                .require(200)
                .json()
                .path("version")
                .asLong();
        String day = "\n\n(" + Instant.now() + ")\n";
        Answer announced = operator.post(
                "/v1/operations/document-versions",
                Map.of(
                        "documentId",
                        "terms-of-use",
                        "effectiveAt",
                        "2026-01-01T00:00:00Z",
                        "change",
                        "MATERIAL",
                        "nb",
                        "# Vilkår for bruk av Brevdue\n\nDu kan nå nekte navngitte virksomheter innsyn." + day,
                        "nn",
                        "# Vilkår for bruk av Brevdue\n\nDu kan no nekte namngjevne verksemder innsyn." + day,
                        "en",
                        "# Terms of use of Brevdue\n\nYou can now deny named organisations access." + day));
        narrator.expect(
                "Version " + (before + 1) + " is announced",
                announced.json().path("version").asLong() == before + 1,
                announced);
        JsonNode told = mail(hanne, "eller samtykke endres");
        narrator.expect("Hanne is told by mail that something changes", true, told.path("subject"));
        Answer refused = Patiently.await(
                PATIENCE, () -> hanne.patient().open(letter.deliveryId()), answer -> answer.status() == 409);
        narrator.expect("The next opening asks again", refused.text("/code").equals("BD-1321"), refused);
        hanne.patient().acceptCurrentTerms().require(201);
        Answer opened = Patiently.await(
                PATIENCE, () -> hanne.patient().open(letter.deliveryId()), answer -> answer.status() == 200);
        narrator.expect("Once accepted it opens", opened.status() == 200, opened.text("/title"));
    }
}
