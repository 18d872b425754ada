package no.brevdue.audit.access;

import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;

import jakarta.enterprise.context.ApplicationScoped;

/** Learns which aliases mean the same person, so that nobody's log ends where a new number began, and whose login nobody may use. */
@ApplicationScoped
class PersonProjection implements Projection<IdentityEvent> {

    private final AliasLinks links;
    private final DeathRepository deaths;

    PersonProjection(AliasLinks links, DeathRepository deaths) {
        this.links = links;
        this.deaths = deaths;
    }

    @Override
    public Class<IdentityEvent> family() {
        return IdentityEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<IdentityEvent> received) {
        links.apply(tx, received.event());
        switch (received.event()) {
            case PersonRegistered fact ->
                deaths.save(tx, fact.personId(), fact.version(), fact.facts().deceased());
            case PersonRestated fact ->
                deaths.save(tx, fact.personId(), fact.version(), fact.facts().deceased());
            case ContactabilityChanged unrelated -> {}
            case ContactNoticeRequested unrelated -> {}
            case NameChecked unrelated -> {}
            case RegistrationRefused unrelated -> {}
            case SupplierAccessChanged unrelated -> {}
        }
    }
}
