package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Powers of attorney are taken back while the register tells of a hundred events a second. */
final class Revocations {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final Narrator narrator;
    private final Clinic clinic;
    private final World world;
    private final Patient kari = new Patient("kari");

    private record Power(Patient giver, String id, Patient forGiver, PublishedLetter letter) {}

    Revocations(Narrator narrator, Clinic clinic, World world) {
        this.narrator = narrator;
        this.clinic = clinic;
        this.world = world;
    }

    void tell(int first, int givers, int eventsPerSecond, Duration bound) throws IOException, InterruptedException {
        narrator.chapter("%d people let Kari read for them, and take it back while %d events a second are told"
                .formatted(givers, eventsPerSecond));
        PublishedLetter unused = clinic.publish(Letter.to(SyntheticPeople.KARI, "Timebestilling", "Ring oss."));
        kari.agree(narrator, "Kari");
        List<Power> powers = new ArrayList<>();
        for (int i = first; i < first + givers; i++) {
            powers.add(given(SyntheticPeople.crowd(i)));
        }
        List<Duration> delays = new ArrayList<>();
        OthersLive others = new OthersLive(world, first, eventsPerSecond);
        try {
            for (Power power : powers) {
                delays.add(revoked(power));
            }
        } finally {
            others.end();
        }
        SuddenDeaths.within(
                narrator, bound, Map.of("mailbox: from the answer to the giver to the end of reading", delays));
    }

    private Power given(SyntheticPerson person) throws IOException, InterruptedException {
        Patient giver = new Patient(person.key());
        PublishedLetter letter = clinic.publish(Letter.to(person, "Innkalling", "Vi ber deg komme."));
        String id = giver.give(SyntheticPeople.KARI, "READ").require(201).text("/powerOfAttorneyId");
        Patient forGiver = kari.onBehalfOf(giver.profile().require(200).text("/personId"));
        Patiently.await(A_MOMENT, () -> forGiver.open(letter.deliveryId()), answer -> answer.status() == 200)
                .require(200);
        return new Power(giver, id, forGiver, letter);
    }

    private static Duration revoked(Power power) throws IOException, InterruptedException {
        power.giver().end(power.id()).require(204);
        Instant ended = Instant.now();
        while (power.forGiver().open(power.letter().deliveryId()).status() < 400) {
            if (Instant.now().isAfter(ended.plus(A_MOMENT))) {
                throw new ClaimFailed("A power that was taken back opens nothing", "still open after " + A_MOMENT);
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return Duration.between(ended, Instant.now());
    }
}
