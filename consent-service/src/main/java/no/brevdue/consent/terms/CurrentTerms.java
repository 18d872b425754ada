package no.brevdue.consent.terms;

import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.CurrentFacts;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Every published version: an older one may be what somebody has accepted. None ever changes, so nothing is locked. */
@ApplicationScoped
class CurrentTerms implements CurrentFacts {

    private final TermsRepository terms;

    CurrentTerms(TermsRepository terms) {
        this.terms = terms;
    }

    @Override
    public List<? extends Event> after(Transaction tx, String key, int limit) {
        return terms.after(tx, key, limit).stream()
                .map(TermsPublicationJob::fact)
                .toList();
    }
}
