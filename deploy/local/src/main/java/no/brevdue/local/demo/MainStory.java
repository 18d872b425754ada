package no.brevdue.local.demo;

import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;

/** One letter from a clinic to a patient, proven at every step; then one that nobody reads. */
public final class MainStory implements Story {

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        if (new Patient("kari").profile().status() == 200) {
            throw new LocalProblem("This story is about somebody nobody has written to yet, and Kari is known here: run"
                    + " ./brevdue down and then ./brevdue demo, which plays on fresh data of its own.");
        }
        new ReadLetter(
                        narrator,
                        Letter.to(
                                        SyntheticPeople.KARI,
                                        "Innkalling til kontroll på hudpoliklinikken",
                                        "Du har time til kontroll av føflekken torsdag kl. 10.")
                                .withCopyTo(SyntheticOrganization.GP_OFFICE)
                                .withPdf("innkalling.pdf", "Innkalling til kontroll"))
                .tell();
        new UnreadLetter(
                        narrator,
                        Letter.to(
                                SyntheticPeople.OLA,
                                "Svar på blodprøve",
                                "Prøven din er ferdig, og vi ber deg ringe oss."))
                .tell();
    }
}
