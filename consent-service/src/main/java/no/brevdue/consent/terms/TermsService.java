package no.brevdue.consent.terms;

import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.consent.terms.TermsFiles.TERMS_OF_USE;

/** Which terms apply, and what they say. */
@ApplicationScoped
public class TermsService {

    private static final String PRIVACY_STATEMENT = "privacy-statement";
    private static final Duration A_MONTH = Duration.ofDays(30);

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

    /** What changes, in a way that matters, of the privacy statement and of the terms that are still to come. */
    public List<TermsVersion> changes(Transaction tx) {
        Instant now = clock.instant();
        Stream<TermsVersion> statement = terms.of(tx, PRIVACY_STATEMENT).stream()
                .filter(one -> one.effectiveAt().isAfter(now.minus(A_MONTH)));
        Stream<TermsVersion> coming = terms.of(tx, TERMS_OF_USE).stream()
                .filter(one -> one.effectiveAt().isAfter(now));
        return Stream.concat(statement, coming)
                .filter(one -> one.version() > 1 && one.change() != TermsChange.EDITORIAL)
                .toList();
    }

    /** The version that applies now, if something that matters has changed since an older one. */
    public Optional<TermsVersion> renewal(Transaction tx, String document, long accepted) {
        Instant now = clock.instant();
        List<TermsVersion> since = terms.of(tx, document).stream()
                .filter(one -> one.version() > accepted && !one.effectiveAt().isAfter(now))
                .toList();
        return since.stream().anyMatch(one -> one.change() != TermsChange.EDITORIAL)
                ? Optional.of(since.getLast())
                : Optional.empty();
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
