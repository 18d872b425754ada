package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.demo.ConsentStory.Sent;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;

/** Hanne denies the office that gets copies: it hears of none, and of no gap, until she lets it again. */
final class DeniedReceiver {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private final Narrator narrator;
    private final Decider hanne;
    /** The office has a copy of it. */
    private final Sent earlier;

    private final Clinic clinic = new Clinic("solvang-clinic");
    private final CopyRecipient gpOffice = new CopyRecipient("gp-office");

    DeniedReceiver(Narrator narrator, Decider hanne, Sent earlier) {
        this.narrator = narrator;
        this.hanne = hanne;
        this.earlier = earlier;
    }

    void tell() throws IOException, InterruptedException {
        narrator.chapter("13. Hanne denies the GP's office");
        gpOffice.catchesUp();
        String restriction = hanne.patient()
                .deny(SyntheticOrganization.GP_OFFICE)
                .require(200)
                .text("/restrictionId");
        String copy = copyOf(earlier.messageId());
        Answer denied = Patiently.await(A_MOMENT, () -> gpOffice.fetch(copy), answer -> answer.status() >= 400);
        narrator.expect("The copy it had is not there", denied.status() == 404, denied);

        Sent sent = ConsentStory.send(clinic, hanne, SyntheticOrganization.GP_OFFICE);
        String withheld = copyOf(sent.messageId());
        String another =
                copyOf(clinic.post(Scene.letter(SyntheticPeople.ANNE).withCopyTo(SyntheticOrganization.GP_OFFICE)));
        JsonNode told = gpOffice.hears("copy-arrived", another);
        narrator.expect(
                "Its feed goes on with another's copy, without a gap",
                !told.isMissingNode() && gpOffice.hasMissedNothing(),
                "position " + told.path("position"));
        narrator.expect("... and says nothing of Hanne's new one", !gpOffice.hasHeardOf(withheld), "not a word");

        hanne.lift(restriction).require(204);
        JsonNode late = gpOffice.hears("copy-arrived", withheld);
        narrator.expect("Let again, it hears of it", !late.isMissingNode(), late.path("at"));
        Answer fetched = gpOffice.fetch(withheld);
        narrator.expect("... and reads it", fetched.status() == 200, fetched.text("/title"));
    }

    /** Once it is published, which its sender sees as ever. */
    private String copyOf(String message) throws IOException, InterruptedException {
        return clinic.proofOnce(
                        message,
                        proof -> proof.toOrganization().path("state").asText().equals("PUBLISHED"))
                .toOrganization()
                .path("deliveryId")
                .asText();
    }
}
