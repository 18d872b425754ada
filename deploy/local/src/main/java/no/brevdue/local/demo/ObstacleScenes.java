package no.brevdue.local.demo;

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
    }

    void reserved(Scene scene) throws IOException, InterruptedException {
        scene.accepted(Scene.letter(SyntheticPeople.RUNA));
        scene.proves(
                "It falls back at once, and says no more than needed",
                proof -> proof.isInFallback("USE_OTHER_CHANNEL"));
        scene.expect("It was never published", !scene.proof().isPublished(), "state HELD");
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
        scene.published(Scene.letter(SyntheticPeople.ANNE).withCopyTo(SyntheticOrganization.GP_OFFICE));
        scene.opens(anne);
        Proof copied = scene.once(
                proof -> proof.toOrganization().path("state").asText().equals("PUBLISHED"));
        CopyRecipient gpOffice = new CopyRecipient("gp-office");
        String copy = copied.toOrganization().path("deliveryId").asText();
        gpOffice.fetch(copy).require(200);
        gpOffice.acknowledge(copy, "REJECTED").require(200);
        Proof rejected = scene.once(Proof::isComplete);
        scene.expect(
                "The clinic sees that the copy was rejected",
                rejected.toOrganization().path("reason").asText().equals("REJECTED"),
                rejected.toOrganization().path("reason"));
        scene.tellLadder();
    }

    /** Whoever issues the token does not know whom the clinic lets send and follow here. */
    void notTheirSupplier(Scene scene) throws IOException, InterruptedException {
        Api clinic = new Api(Service.IDENTITY.url(), "fjord-clinic");
        Api supplier = new Api(Service.MAILBOX.url(), "fjord-vendor");
        String registration = "/v1/organization/suppliers/" + SyntheticOrganization.EHR_VENDOR.number();
        String feed = "/v1/sender/events";

        int before = supplier.get(feed).status();
        scene.expect("Its token is refused", before == 403, before);
        clinic.put(registration, Map.of("scopes", List.of("brevdue:letters.read")))
                .require(204);
        Answer let = Patiently.await(Scene.A_MOMENT, () -> supplier.get(feed), answer -> answer.status() == 200);
        scene.expect("Once it is let it follows", let.status() == 200, let.status());
        clinic.delete(registration).require(204);
        Answer over = Patiently.await(Scene.A_MOMENT, () -> supplier.get(feed), answer -> answer.status() == 403);
        scene.expect("... and no longer", over.status() == 403, over.status());
    }

    void infected(Scene scene) throws IOException, InterruptedException {
        Letter letter = Scene.letter(SyntheticPeople.KARI).withPdf("innkalling.pdf", TinyPdf.carrying(EICAR));
        Answer sent = scene.send(letter);
        if (sent.status() == 201) {
            scene.proves("Nobody gets it, and its sender hears why", proof -> proof.isInFallback("UNSAFE_ATTACHMENT"));
            scene.tellLadder();
        } else {
            scene.expect("The scanner was faster: it is refused", sent.status() == 409, sent.text("/code"));
        }
    }
}
