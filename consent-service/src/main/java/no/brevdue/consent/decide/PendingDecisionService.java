package no.brevdue.consent.decide;

import no.brevdue.consent.acceptance.Acceptances;
import no.brevdue.consent.basis.Bases;
import no.brevdue.consent.ledger.ConsentPurpose;
import no.brevdue.consent.ledger.Consents;
import no.brevdue.consent.ledger.Noticed;
import no.brevdue.consent.ledger.Question;
import no.brevdue.consent.person.Subject;
import no.brevdue.consent.terms.TermsService;
import no.brevdue.consent.terms.TermsStanding;
import no.brevdue.consent.terms.TermsVersion;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what must be decided now. */
@ApplicationScoped
class PendingDecisionService {

    private final Database database;
    private final Acceptances acceptances;
    private final TermsService terms;
    private final Consents consents;
    private final Bases bases;
    private final Clock clock;

    PendingDecisionService(
            Database database,
            Acceptances acceptances,
            TermsService terms,
            Consents consents,
            Bases bases,
            Clock clock) {
        this.database = database;
        this.acceptances = acceptances;
        this.terms = terms;
        this.consents = consents;
        this.bases = bases;
        this.clock = clock;
    }

    /**
     * What stands before the person.
     *
     * @param feature what is about to be used
     * @param controller with whom
     */
    List<PendingDecision> of(Subject subject, @Nullable ConsentPurpose feature, String controller) {
        return database.asCaller(tx -> {
            List<PendingDecision> pending = new ArrayList<>();
            terms(tx, subject, pending);
            terms.changes(tx).stream().map(PendingDecision::notice).forEach(pending::add);
            for (Question question : consents.asked(tx, subject)) {
                if (restsOnConsent(tx, question.controller(), question.purpose())) {
                    pending.add(
                            consent(tx, question.controller(), question.purpose(), PendingDecision.Why.LETTER_WAITS));
                }
            }
            for (Noticed consent : consents.noticed(tx, subject)) {
                if (terms.renewal(tx, "consent-" + consent.purpose(), consent.noticeVersion())
                        .isPresent()) {
                    pending.add(consent(tx, consent.controller(), consent.purpose(), PendingDecision.Why.TEXT_CHANGED));
                }
            }
            if (feature != null
                    && restsOnConsent(tx, controller, feature.code())
                    && !holds(tx, subject, controller, feature)) {
                pending.add(consent(tx, controller, feature.code(), PendingDecision.Why.FIRST_USE));
            }
            return List.copyOf(pending);
        });
    }

    private void terms(Transaction tx, Subject subject, List<PendingDecision> pending) {
        TermsStanding standing = terms.standing(tx, acceptances.versions(tx, subject));
        if (standing.mustAccept() != null) {
            pending.add(PendingDecision.terms(standing.mustAccept(), PendingDecision.Why.GATES_OPENING));
        }
        if (standing.mayAccept() != null) {
            pending.add(PendingDecision.terms(standing.mayAccept(), PendingDecision.Why.TAKES_RIGHTS_AWAY));
        }
    }

    private boolean restsOnConsent(Transaction tx, String controller, String purpose) {
        return bases.of(tx, controller, purpose) == LegalBasis.CONSENT;
    }

    private boolean holds(Transaction tx, Subject subject, String controller, ConsentPurpose feature) {
        return consents.state(tx, subject.aliases(), controller, feature.code(), clock.instant())
                .filter(state -> state == ConsentState.GRANTED)
                .isPresent();
    }

    private PendingDecision consent(Transaction tx, String controller, String purpose, PendingDecision.Why why) {
        TermsVersion notice = terms.current(tx, "consent-" + purpose);
        return new PendingDecision(
                PendingDecision.Kind.CONSENT, why, notice.termsId(), notice.version(), controller, purpose);
    }
}
