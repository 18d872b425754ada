package no.brevdue.local.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everybody a local stack can make a token for. */
public final class Actors {

    /** Dr Berg's number in the health personnel register. */
    public static final String BERG = "1234567";

    private static final String LEVEL_HIGH = "idporten-loa-high";
    private static final List<Actor> ALL = all();

    private Actors() {}

    public static Optional<Actor> named(String name) {
        return ALL.stream()
                .filter(actor -> actor.name().equals(name))
                .findFirst()
                .or(() -> ofCrowd(name));
    }

    private static Optional<Actor> ofCrowd(String name) {
        return SyntheticPeople.byKey(name).map(person -> Actor.citizen(name, person, LEVEL_HIGH));
    }

    public static List<String> names() {
        return ALL.stream().map(Actor::name).toList();
    }

    private static List<Actor> all() {
        List<Actor> actors = new ArrayList<>();
        for (SyntheticPerson person : SyntheticPeople.ALL) {
            actors.add(Actor.citizen(person.key(), person, LEVEL_HIGH));
            actors.add(Actor.citizen(person.key() + "-substantial", person, "idporten-loa-substantial"));
        }
        // Dina as she logs in once the register has given her a birth number.
        actors.add(Actor.citizen(
                "dina-renumbered",
                SyntheticPeople.DINA.numbered(
                        SyntheticNumbers.birthNumber(SyntheticPeople.DINA.birthDate(), free -> true)),
                LEVEL_HIGH));
        actors.add(Actor.system("solvang-clinic", SyntheticOrganization.SOLVANG));
        actors.add(Actor.system("fjord-clinic", SyntheticOrganization.FJORD));
        actors.add(Actor.system("fjord-vendor", SyntheticOrganization.FJORD).through(SyntheticOrganization.EHR_VENDOR));
        actors.add(Actor.system("gp-office", SyntheticOrganization.GP_OFFICE));
        actors.add(Actor.healthWorker("dr-berg", BERG, SyntheticOrganization.SOLVANG));
        actors.add(Actor.healthWorker("dr-dahl", "7654321", SyntheticOrganization.SOLVANG));
        actors.add(Actor.healthWorker("doctor", "009144900", SyntheticOrganization.SOLVANG));
        actors.add(Actor.operations("operator", "brevdue:operate"));
        actors.add(Actor.operations("notification", "brevdue:contact-points.read", "brevdue:unread.read"));
        actors.add(Actor.operations("mailbox", "brevdue:postal-addresses.read"));
        actors.add(Actor.registerClient(
                "identity",
                "krr:global/kontaktinformasjon.read",
                "krr:global/digitalpost.read",
                "folkeregister:deling/offentligmedhjemmel"));
        actors.add(Actor.loginClient("brevdue-step-up"));
        return List.copyOf(actors);
    }
}
