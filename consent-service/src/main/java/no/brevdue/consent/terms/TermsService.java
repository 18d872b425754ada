package no.brevdue.consent.terms;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.consent.terms.TermsFiles.TERMS_OF_USE;

/** Which terms apply, and what they say. */
@ApplicationScoped
public class TermsService {

    private final Database database;
    private final TermsRepository terms;
    private final Clock clock;

    TermsService(Database database, TermsRepository terms, Clock clock) {
        this.database = database;
        this.terms = terms;
        this.clock = clock;
    }

    /** The version of the terms of use that applies now. */
    public TermsVersion ofUse(Transaction tx) {
        return current(tx, TERMS_OF_USE);
    }

    /** The version of a document that applies now. */
    public TermsVersion current(Transaction tx, String document) {
        return terms.effective(tx, document, clock.instant())
                .orElseThrow(() -> TermsProblem.TERMS_NOT_FOUND.because("No terms apply yet."));
    }

    /** What a person must accept who has accepted these versions of the terms of use, and which applies to them now. */
    public TermsStanding standing(Transaction tx, List<Long> accepted) {
        return TermsStanding.of(terms.of(tx, TERMS_OF_USE), accepted, clock.instant());
    }

    /** The versions of a document, oldest first. */
    List<TermsVersion> versions(String document) {
        return database.asCaller(tx -> {
            List<TermsVersion> versions = terms.of(tx, document);
            if (versions.isEmpty()) {
                throw TermsProblem.TERMS_NOT_FOUND.because("There is no such document.");
            }
            return versions;
        });
    }

    TermsText currentText(String language) {
        return database.asCaller(tx -> terms.text(tx, ofUse(tx), language));
    }

    TermsText text(String document, long version, String language) {
        return database.asCaller(tx -> terms.version(tx, document, version)
                .map(found -> terms.text(tx, found, language))
                .orElseThrow(() -> TermsProblem.TERMS_NOT_FOUND.because("There is no such version of the terms.")));
    }
}
