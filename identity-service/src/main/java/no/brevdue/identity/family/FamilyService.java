package no.brevdue.identity.family;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonMerged;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.person.RegisterFacts;
import no.brevdue.platform.database.Transaction;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Keeps what the population register says of people and their families, and tells whoever builds on it. */
@ApplicationScoped
public class FamilyService {

    private final FamilyRepository families;
    private final HomeService homes;
    private final PersonService persons;
    private final Event<FamilyChanged> changes;

    FamilyService(FamilyRepository families, HomeService homes, PersonService persons, Event<FamilyChanged> changes) {
        this.families = families;
        this.homes = homes;
        this.persons = persons;
        this.changes = changes;
    }

    /** Takes the register's answer about somebody; false if it says nothing new. */
    public boolean keep(Transaction tx, UUID id, RegisterFacts facts, Relations relations) {
        Person locked = persons.lock(tx, id);
        boolean changed = persons.registered(tx, locked, facts);
        changed |= keep(tx, id, relations);
        if (changed) {
            tell(tx, id);
        }
        return changed;
    }

    /** Takes the first answer about somebody who was registered in this transaction, and tells of it whatever it says. */
    public void begin(Transaction tx, UUID id, Relations relations) {
        boolean unused = keep(tx, id, relations);
        tell(tx, id);
    }

    private boolean keep(Transaction tx, UUID id, Relations relations) {
        boolean changed = families.replaceParents(tx, id, relations.parents());
        changed |= families.replaceGuardianships(tx, id, relations.guardianships());
        changed |= homes.keep(tx, id, relations.homes());
        return changed;
    }

    /** Whoever belonged to the duplicate belongs to the person; what the register says of the person itself comes with it. */
    void onMerged(@Observes PersonMerged merged) {
        Set<UUID> concerned = new TreeSet<>(families.concerned(merged.tx(), merged.duplicate()));
        families.merge(merged.tx(), merged.duplicate(), merged.person());
        concerned.addAll(families.concerned(merged.tx(), merged.person()));
        // Nobody is behind the duplicate any longer: it has no alias, and no plan is made for it.
        boolean unused = concerned.remove(merged.duplicate());
        concerned.forEach(id -> changes.fire(new FamilyChanged(merged.tx(), id)));
    }

    /** In the order of their ids: whoever locks them as they are told of meets nobody who does so in another order. */
    private void tell(Transaction tx, UUID id) {
        families.concerned(tx, id).forEach(concerned -> changes.fire(new FamilyChanged(tx, concerned)));
    }
}
