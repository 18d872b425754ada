package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;

import jakarta.enterprise.context.ApplicationScoped;

/** Follows identity facts for the links between aliases and for who may decide. */
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
        switch (received.event()) {
            case PersonRegistered fact -> persons.save(tx, fact.personId(), fact.version(), fact.facts());
            case PersonRestated fact -> persons.save(tx, fact.personId(), fact.version(), fact.facts());
            case ContactabilityChanged fact -> persons.passed(tx, fact.personId(), fact.version());
            case ContactNoticeRequested unrelated -> {}
            case RegistrationRefused unrelated -> {}
        }
    }
}
