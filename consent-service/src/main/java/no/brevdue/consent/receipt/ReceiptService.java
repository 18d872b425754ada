package no.brevdue.consent.receipt;

import no.brevdue.consent.ledger.Consents;
import no.brevdue.consent.person.Subject;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes out receipts. */
@ApplicationScoped
class ReceiptService {

    private final Database database;
    private final Consents consents;
    private final ReceiptSigner signer;
    private final AuditTrail audit;
    private final URI home;

    ReceiptService(
            Database database,
            Consents consents,
            ReceiptSigner signer,
            AuditTrail audit,
            @ConfigProperty(name = "brevdue.consent.public-url") URI home) {
        this.home = home;
        this.database = database;
        this.consents = consents;
        this.signer = signer;
        this.audit = audit;
    }

    /** For the latest event of the consent. */
    String receipt(Subject subject, UUID consentId) {
        return database.asCaller(tx -> {
            Receipt receipt = Receipt.of(
                    consents.latestEvent(tx, subject, consentId), signer.key().x(), home);
            audit.record(
                    tx,
                    AuditEntry.by(subject.actor())
                            .did("consent-receipt-issued")
                            .to("consent", consentId)
                            .of(subject.alias())
                            .because(subject.purpose()));
            return signer.sign(receipt);
        });
    }
}
