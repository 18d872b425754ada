package no.brevdue.consent.ledger;

import no.brevdue.consent.ledger.ConsentService.Asked;
import no.brevdue.consent.person.Subject;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** Reading what was decided. */
@ApplicationScoped
class ConsentReadingService {

    private final Database database;
    private final ConsentRepository consents;
    private final ConsentViews views;
    private final AuditTrail audit;

    ConsentReadingService(Database database, ConsentRepository consents, ConsentViews views, AuditTrail audit) {
        this.database = database;
        this.consents = consents;
        this.views = views;
        this.audit = audit;
    }

    /** The one that was decided last first. */
    List<ConsentView> all(Subject subject) {
        return database.asCaller(tx -> {
            return consents.latest(tx, subject.aliases()).stream()
                    .collect(Collectors.groupingBy(Asked::of, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(same -> views.of(tx, same))
                    .toList();
        });
    }

    /** The consent with every event of it. */
    ConsentHistory history(Subject subject, UUID consentId) {
        return database.asCaller(tx -> {
            Consent consent = consents.byId(tx, consentId)
                    .filter(found -> subject.aliases().contains(found.alias()))
                    .orElseThrow(() -> ConsentProblem.CONSENT_NOT_FOUND.because("No such consent of yours."));
            record(tx, subject, "consent-history-read", consent);
            List<Consent> same = consents.about(tx, subject.aliases(), consent.controller(), consent.purpose());
            return ConsentHistory.of(views.of(tx, same), consents.ledger(tx, consentId));
        });
    }

    private void record(Transaction tx, Subject subject, String action, Consent consent) {
        audit.record(
                tx,
                AuditEntry.by(subject.actor())
                        .did(action)
                        .to("consent", consent.consentId())
                        .of(consent.alias())
                        .because(subject.purpose())
                        .forController(consent.organization()));
    }
}
