package no.brevdue.audit.access;

import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;

import jakarta.enterprise.context.ApplicationScoped;

/** Learns which aliases mean the same person, so that nobody's log ends where a new number began. */
@ApplicationScoped
class AliasProjection implements Projection<IdentityEvent> {

    private final AliasLinks links;

    AliasProjection(AliasLinks links) {
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
