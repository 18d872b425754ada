package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Letters that cannot go as they were meant to. */
final class ObstacleScenes {

    /** In two parts, so that no scanner stops at this file. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final World world = new World();
    private final Patient anne = new Patient("anne");
    private final Patient tore = new Patient("tore");

    void askedBefore(Scene scene) throws IOException, InterruptedException {
        Answer reachable = scene.clinic().preflight(SyntheticPeople.ANNE).require(200);
        Answer reserved = scene.clinic().preflight(SyntheticPeople.RUNA).require(200);
        scene.expect(
                "Nothing speaks against writing to somebody who is reachable",
                reachable.text("/outcome").equals("DIGITAL"),
                reachable);
        scene.expect(
                "Whoever is reserved needs another way",
                reserved.text("/outcome").equals("USE_OTHER_CHANNEL"),
                reserved);
        scene.published(Scene.letter(SyntheticPeople.ANNE));
        scene.tellLadder();
    }

    void reserved(Scene scene) throws IOException, InterruptedException {
        scene.accepted(Scene.letter(SyntheticPeople.RUNA));
        scene.proves(
                "It falls back at once, and says no more than needed",
                proof -> proof.isInFallback("USE_OTHER_CHANNEL"));
        scene.expect("It was never published", !scene.proof().isPublished(), "state HELD");
        scene.tellLadder();
        bothWays(scene);
    }

    /** The one double there may be: a decision, to somebody who is reserved and reads here all the same. */
    private void bothWays(Scene scene) throws IOException, InterruptedException {
        Answer terms = tore.acceptCurrentTerms();
        scene.expect("Another one reads here all the same", terms.status() < 300, terms.status());
        Answer sent = scene.clinic().sendDecision(Scene.letter(SyntheticPeople.TORE));
        scene.expect("A decision for him is durably accepted", sent.status() == 201, sent.text("/messageId"));
        scene.follow(sent.text("/messageId"));
        scene.proves(
                "It is published, and goes on paper, too",
                proof -> proof.isPublished() && proof.isInFallback("USE_OTHER_CHANNEL"));
        scene.clinic().handOver(scene.deliveryId()).require(200);
        scene.opens(tore);
        scene.proves(
                "Posted and opened, and both are shown",
                proof -> proof.hasRung(proof.toPerson(), "FALLBACK_HANDED_OVER") && !proof.isComplete());
        scene.clinic().report(scene.deliveryId(), true).require(200);
        scene.proves("He has it on paper, too: the letter is complete", Proof::isComplete);
        scene.tellLadder();
    }

    void dies(Scene scene) throws IOException, InterruptedException {
        scene.published(Scene.letter(SyntheticPeople.ANNE));
        String delivery = scene.deliveryId();
        world.live("{\"event\":\"die\",\"person\":\"anne\"}");
        try {
            scene.hears("delivery-paused REPORTED_DEAD");
            Answer gone =
                    Patiently.await(Scene.A_MOMENT, () -> anne.letter(delivery), answer -> answer.status() >= 400);
            scene.expect("Nobody reads it any longer", gone.text("/code").equals("BD-1329"), gone.text("/code"));
        } finally {
            world.live("{\"event\":\"annul\",\"person\":\"anne\"}");
        }
        scene.hears("delivery-resumed");
        scene.opens(anne);
        scene.proves("She lives and has read it: the letter is complete", Proof::isComplete);
        scene.tellLadder();
    }

    void copyRejected(Scene scene) throws IOException, InterruptedException {
        CopyRecipient gpOffice = new CopyRecipient("gp-office");
        gpOffice.catchesUp();
        scene.published(Scene.letter(SyntheticPeople.ANNE).withCopyTo(SyntheticOrganization.GP_OFFICE));
        scene.opens(anne);
        Proof copied = scene.once(
                proof -> proof.toOrganization().path("state").asText().equals("PUBLISHED"));
        String copy = copied.toOrganization().path("deliveryId").asText();
        JsonNode arrived = gpOffice.hears("copy-arrived", copy);
        scene.expect("The copy recipient hears of it in its feed", !arrived.isMissingNode(), arrived.path("at"));
        gpOffice.fetch(copy).require(200);
        gpOffice.acknowledge(copy, "REJECTED").require(200);
        Proof rejected = scene.once(Proof::isComplete);
        scene.expect(
                "The clinic sees that the copy was rejected",
                rejected.toOrganization().path("reason").asText().equals("REJECTED"),
                rejected.toOrganization().path("reason"));
        JsonNode acknowledged = gpOffice.hears("copy-acknowledged", copy);
        scene.expect(
                "... and so does every other system of the recipient",
                acknowledged.path("detail").asText().equals("REJECTED"),
                acknowledged.path("detail"));
        scene.tellLadder();
    }

    /** Whoever issues the token does not know whom the clinic lets send and follow here. */
    void notTheirSupplier(Scene scene) throws IOException, InterruptedException {
        Api clinic = new Api(Service.IDENTITY.url(), "fjord-clinic");
        Api supplier = new Api(Service.MAILBOX.url(), "fjord-vendor");
        String registration = "/v1/organization/suppliers/" + SyntheticOrganization.EHR_VENDOR.number();
        String feed = "/v1/sender/events";

        String letter = new Clinic("fjord-clinic").post(Scene.letter(SyntheticPeople.TORE));
        int before = supplier.get(feed).status();
        scene.expect("Its token is refused", before == 403, before);
        clinic.put(registration, Map.of("scopes", List.of("brevdue:letters.read")))
                .require(204);
        Answer let = Patiently.await(Scene.A_MOMENT, () -> supplier.get(feed), answer -> answer.status() == 200);
        scene.expect("Once it is let it follows", let.status() == 200, let.status());
        Proof followed = new Proof(
                supplier.get("/v1/sender/messages/" + letter).require(200).json());
        scene.expect(
                "... and sees what is proven of a letter",
                followed.hasRung(followed.toPerson(), "ACCEPTED"),
                followed.summary());
        scene.tellLadder(followed);
        clinic.delete(registration).require(204);
        Answer over = Patiently.await(Scene.A_MOMENT, () -> supplier.get(feed), answer -> answer.status() == 403);
        scene.expect("... and no longer", over.status() == 403, over.status());
    }

    void infected(Scene scene) throws IOException, InterruptedException {
        world.holdScanner(true);
        try {
            scene.accepted(Scene.letter(SyntheticPeople.KARI).withPdf("innkalling.pdf", TinyPdf.carrying(EICAR)));
            scene.proves("It waits for the scanner", proof -> proof.waitsFor("AWAITING_SCAN"));
        } finally {
            world.holdScanner(false);
        }
        scene.proves("Nobody gets it, and its sender hears why", proof -> proof.isInFallback("UNSAFE_ATTACHMENT"));
        scene.expect(
                "It was never published",
                !scene.proof().isPublished(),
                scene.proof().summary());
        scene.tellLadder();
    }
}
