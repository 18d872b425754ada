package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;

import jakarta.enterprise.context.ApplicationScoped;

/** Follows identity facts for the links between aliases and for what the age rules ask. */
@ApplicationScoped
class PersonProjection implements Projection<IdentityEvent> {

    private final AliasLinks links;
    private final PersonRepository persons;

    PersonProjection(AliasLinks links, PersonRepository persons) {
        this.links = links;
        this.persons = persons;
    }

    @Override
    public Class<IdentityEvent> family() {
        return IdentityEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<IdentityEvent> received) {
        links.apply(tx, received.event());
        if (received.event() instanceof PersonRegistered fact) {
            persons.save(tx, fact.personId(), fact.version(), fact.facts());
        } else if (received.event() instanceof PersonRestated fact) {
            persons.save(tx, fact.personId(), fact.version(), fact.facts());
        }
    }
}
