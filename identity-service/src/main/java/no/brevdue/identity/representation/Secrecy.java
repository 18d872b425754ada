package no.brevdue.identity.representation;

import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Transaction;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** What a home must not learn of a child. */
@ApplicationScoped
public class Secrecy {

    private final GroundRepository grounds;
    private final PersonService persons;

    Secrecy(GroundRepository grounds, PersonService persons) {
        this.grounds = grounds;
        this.persons = persons;
    }

    /** Whether a clinic has blocked disclosure, or the child's objection is undecided or upheld. */
    public boolean isOrdered(Transaction tx, UUID person) {
        return grounds.about(tx, persons.aliases(tx, person)).stream().anyMatch(Ground::hides);
    }
}
