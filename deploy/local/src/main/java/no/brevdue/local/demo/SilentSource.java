package no.brevdue.local.demo;

import no.brevdue.local.demo.ConsentStory.Sent;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.time.Duration;

/** consent-service is gone: nobody knows what Hanne may have decided, so nobody but she reads. */
final class SilentSource {

    /** A source is silent after a minute; then some. */
    private static final Duration UNTIL_SILENT = Duration.ofSeconds(100);

    private static final String IN_DOUBT = "BD-1326";

    private final Narrator narrator;
    private final Stack stack;
    private final Decider hanne;
    private final Sent byLaw;
    private final Sent onConsent;
    private final Clinic lawClinic = new Clinic("solvang-clinic");
    private final Clinic consentClinic = new Clinic("fjord-clinic");
    private final CopyRecipient gpOffice = new CopyRecipient("gp-office");

    SilentSource(Narrator narrator, Stack stack, Decider hanne, Sent byLaw, Sent onConsent) {
        this.narrator = narrator;
        this.stack = stack;
        this.hanne = hanne;
        this.byLaw = byLaw;
        this.onConsent = onConsent;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("9. consent-service is killed");
        String copy = lawClinic
                .proofOnce(byLaw.messageId(), proof -> true)
                .toOrganization()
                .path("deliveryId")
                .asText();
        Answer before = gpOffice.fetch(copy);
        narrator.expect("The GP's office reads its copy", before.status() == 200, before.text("/title"));
        String hannesId = hanne.patient().profile().require(200).text("/personId");
        Patient proxy = new Patient("ola").onBehalfOf(hannesId);
        stack.kill(Service.CONSENT.module());
        try {
            narrator.say("It is gone (kill -9). Within a minute it is silent, and nobody knows what Hanne may have"
                    + " decided.");
            Answer refused = Patiently.await(UNTIL_SILENT, () -> gpOffice.fetch(copy), SilentSource::isInDoubt);
            narrator.expect("The GP's office is refused, in doubt", isInDoubt(refused), refused);
            Answer staff = new Doctor("dr-dahl").read(byLaw.deliveryId());
            narrator.expect("So is Dr Dahl, of the clinic that sent it", isInDoubt(staff), staff);
            Answer ola = proxy.open(byLaw.deliveryId());
            narrator.expect("... and Ola, who read for her", isInDoubt(ola), ola);
            Sent held = ConsentStory.send(consentClinic, hanne);
            Proof doubtful = consentClinic.proofOnce(held.messageId(), SilentSource::isHeldInDoubt);
            narrator.expect(
                    "Fjord's letter waits, in doubt: Hanne's no may have become a yes",
                    isHeldInDoubt(doubtful),
                    doubtful.summary());
            for (Sent letter : new Sent[] {byLaw, onConsent}) {
                Answer own = hanne.patient().open(letter.deliveryId());
                narrator.expect(
                        "Hanne's letter of " + own.text("/sender") + " stays readable",
                        own.status() == 200,
                        own.text("/title"));
            }
        } finally {
            stack.restart(Service.CONSENT);
        }
        Answer again = Patiently.await(UNTIL_SILENT, () -> gpOffice.fetch(copy), answer -> answer.status() == 200);
        narrator.expect("It is back, and the GP's office reads again", again.status() == 200, again.text("/title"));
    }

    /** A sender is not told of doubt, and of a no it would be: the letter would have fallen back. */
    private static boolean isHeldInDoubt(Proof proof) {
        return proof.summary().startsWith("HELD")
                && proof.summary().contains("PROCESSING")
                && !proof.isInFallback("NO_CONSENT");
    }

    private static boolean isInDoubt(Answer answer) {
        return answer.status() == 503 && answer.text("/code").equals(IN_DOUBT);
    }
}
