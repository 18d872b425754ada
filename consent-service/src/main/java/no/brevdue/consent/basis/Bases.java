package no.brevdue.consent.basis;

import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.platform.database.Transaction;

import jakarta.enterprise.context.ApplicationScoped;

/** What makes the processing of a controller lawful now, for the features that ask by it. */
@ApplicationScoped
public class Bases {

    private final BasisRepository bases;

    Bases(BasisRepository bases) {
        this.bases = bases;
    }

    /** Where nothing is declared, letters rest on health law, and everything else on consent. */
    public LegalBasis of(Transaction tx, String controller, String purpose) {
        return bases.inForce(tx, controller).stream()
                .filter(declared -> declared.purpose().equals(purpose))
                .map(Declaration::basis)
                .findFirst()
                .orElse(purpose.equals("letters") ? LegalBasis.LAW : LegalBasis.CONSENT);
    }
}
