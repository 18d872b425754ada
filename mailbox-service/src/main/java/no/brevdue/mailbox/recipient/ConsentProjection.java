package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the terms, and who has accepted them, in step with consent-service. */
@ApplicationScoped
class ConsentProjection implements Projection<ConsentEvent> {

    private final TermsRepository terms;

    ConsentProjection(TermsRepository terms) {
        this.terms = terms;
    }

    @Override
    public Class<ConsentEvent> family() {
        return ConsentEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<ConsentEvent> received) {
        switch (received.event()) {
            case TermsPublished fact -> terms.published(tx, fact);
            case TermsAccepted fact -> terms.accepted(tx, fact);
        }
    }
}
