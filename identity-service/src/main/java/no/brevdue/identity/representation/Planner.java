package no.brevdue.identity.representation;

import no.brevdue.identity.family.Families;
import no.brevdue.identity.family.Family;
import no.brevdue.identity.family.FamilyChanged;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonHidden;
import no.brevdue.identity.person.PersonRelinked;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Clock;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes a person's plan again whenever something it rests on has changed, and tells it if it is new. */
@ApplicationScoped
class Planner {

    private final PersonService persons;
    private final Families families;
    private final GroundRepository grounds;
    private final CircumstancesReader circumstances;
    private final Clock clock;

    Planner(
            PersonService persons,
            Families families,
            GroundRepository grounds,
            CircumstancesReader circumstances,
            Clock clock) {
        this.persons = persons;
        this.families = families;
        this.grounds = grounds;
        this.circumstances = circumstances;
        this.clock = clock;
    }

    /** Told for the person and for everybody whom they represent by the register. */
    void onFamilyChanged(@Observes FamilyChanged changed) {
        replan(changed.tx(), changed.person());
        representedBySay(changed.tx(), changed.person()).forEach(person -> replan(changed.tx(), person));
    }

    /** What was given by or to somebody under a number that is no longer theirs is not theirs either. */
    void onRelinked(@Observes PersonRelinked changed) {
        Transaction tx = changed.tx();
        if (!persons.aliases(tx, changed.person()).isEmpty()) {
            NavigableSet<UUID> concerned = representedBySay(tx, changed.person());
            concerned.add(changed.person());
            concerned.forEach(person -> replan(tx, person));
        }
    }

    void onHidden(@Observes PersonHidden changed) {
        Transaction tx = changed.tx();
        Family family = families.of(tx, changed.person());
        NavigableSet<UUID> concerned = representedBySay(tx, changed.person());
        concerned.add(changed.person());
        concerned.addAll(family.children());
        concerned.addAll(family.wards());
        concerned.forEach(person -> replan(tx, person));
    }

    /** Plans for whoever is behind an alias, if somebody is known there. */
    void replanAlias(Transaction tx, UUID alias) {
        persons.find(tx, alias).map(Person::id).ifPresent(person -> replan(tx, person));
    }

    private void replan(Transaction tx, UUID person) {
        Person locked = persons.lock(tx, person);
        persons.plan(
                tx, locked, RepresentationRules.plan(circumstances.of(tx, person), NorwegianDay.of(clock.instant())));
    }

    /** Those who gave a power of attorney, or whose certificate names the person. In the order of their ids. */
    private NavigableSet<UUID> representedBySay(Transaction tx, UUID person) {
        List<UUID> aliases = persons.aliases(tx, person);
        NavigableSet<UUID> represented = new TreeSet<>();
        grounds.naming(tx, aliases).stream()
                .map(ground -> persons.find(tx, ground.person()))
                .flatMap(Optional::stream)
                .map(Person::id)
                .forEach(represented::add);
        return represented;
    }
}
