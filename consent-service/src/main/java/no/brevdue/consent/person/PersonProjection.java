package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.caller.SupplierAccess;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;

import jakarta.enterprise.context.ApplicationScoped;

/** Follows identity facts for the links between aliases, for who may decide, and for which suppliers may act for whom. */
@ApplicationScoped
class PersonProjection implements Projection<IdentityEvent> {

    private final AliasLinks links;
    private final PersonRepository persons;
    private final SupplierAccess suppliers;

    PersonProjection(AliasLinks links, PersonRepository persons, SupplierAccess suppliers) {
        this.links = links;
        this.persons = persons;
        this.suppliers = suppliers;
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
            case SupplierAccessChanged fact -> {
                boolean unused = suppliers.apply(tx, fact);
            }
            case ContactNoticeRequested unrelated -> {}
            case NameChecked unrelated -> {}
            case RegistrationRefused unrelated -> {}
        }
    }
}
