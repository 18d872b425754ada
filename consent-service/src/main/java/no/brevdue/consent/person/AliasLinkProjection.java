package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;

import jakarta.enterprise.context.ApplicationScoped;

/** Follows identity facts for the links between aliases, and for nothing else. */
@ApplicationScoped
class AliasLinkProjection implements Projection<IdentityEvent> {

    private final AliasLinks links;

    AliasLinkProjection(AliasLinks links) {
        this.links = links;
    }

    @Override
    public Class<IdentityEvent> family() {
        return IdentityEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<IdentityEvent> fact) {
        links.apply(tx, fact.event());
    }
}
