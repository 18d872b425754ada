package no.brevdue.local.demo;

import java.io.IOException;
import java.time.Instant;

/** Who reads whose letters: a mother and her child, somebody with a power of attorney, a death, another number, the birthdays. */
public final class PeopleStory implements Story {

    private final Clinic clinic = new Clinic("solvang-clinic");
    private final World world = new World();

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        var log = new AccessLogLines(Instant.now());
        var childhood = new Childhood(narrator, clinic, world, log);
        childhood.aMotherReads();
        childhood.aBlockLeavesNoTrace();
        new PowerOfAttorney(narrator, clinic, world, log).tell();
        new AnotherNumber(narrator, clinic, world, log).tell();
        childhood.theBirthdays();
    }
}
