package no.brevdue.identity.family;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers who belongs to whom. For background work and for use cases that have decided who may ask: requests reach none of it. */
@ApplicationScoped
public class Families {

    private final FamilyRepository families;
    private final HomeService homes;
    private final PersonService persons;

    Families(FamilyRepository families, HomeService homes, PersonService persons) {
        this.families = families;
        this.homes = homes;
        this.persons = persons;
    }

    /** Whoever has parental responsibility for some people, at home or not; those who have no parent are left out. */
    public Map<UUID, Set<UUID>> parents(Transaction tx, Collection<UUID> children) {
        return families.parents(tx, children);
    }

    /** Somebody who is known, in a worker's transaction. */
    public Family of(Transaction tx, UUID id) {
        Person person = persons.get(tx, id);
        List<Parent> parents = families.parents(tx, id).entrySet().stream()
                .map(parent -> new Parent(parent.getKey(), parent.getValue(), homes.together(tx, id, parent.getKey())))
                .toList();
        return new Family(
                id,
                person.birthDate(),
                person.deceased(),
                person.addressProtected(),
                parents,
                families.children(tx, id),
                families.guardianships(tx, id),
                families.wards(tx, id));
    }
}
