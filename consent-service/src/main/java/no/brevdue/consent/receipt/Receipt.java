package no.brevdue.consent.receipt;

import no.brevdue.consent.ledger.ConsentPurpose;
import no.brevdue.consent.ledger.LedgerEntry;

import java.util.List;

/** Kantara Consent Receipt 1.1. The principal is the alias of the login: a receipt in foreign hands names nobody. */
public record Receipt(
        String version,
        String jurisdiction,
        long consentTimestamp,
        String collectionMethod,
        String consentReceiptID,
        String publicKey,
        String language,
        String piiPrincipalId,
        List<Controller> piiControllers,
        String policyUrl,
        List<Service> services,
        boolean sensitive,
        List<String> spiCat) {

    private static final String VERSION = "KI-CR-v1.1.0";

    /** Who answers for the data. */
    public record Controller(String piiController, String contact, String address, String email, String phone) {}

    /** What was consented to. */
    public record Service(String service, List<Purpose> purposes) {}

    /**
     * One purpose, since consents are not bundled.
     *
     * @param consentType EXPLICIT for a consent that holds; otherwise what became of it
     */
    public record Purpose(
            String purpose,
            List<String> purposeCategory,
            String consentType,
            List<String> piiCategory,
            boolean primaryPurpose,
            String termination,
            boolean thirdPartyDisclosure) {}

    static Receipt of(LedgerEntry entry, String publicKey) {
        boolean platform = entry.controller().equals(ConsentPurpose.PLATFORM);
        String until = entry.expiresAt() == null ? "" : "until " + entry.expiresAt() + "; ";
        Purpose purpose = new Purpose(
                entry.purpose(),
                List.of(entry.lawfulBasis()),
                entry.eventState().equals("GRANTED") ? "EXPLICIT" : entry.eventState(),
                List.of(entry.piiCategories().split(", ")),
                true,
                until + "ended by " + entry.withdrawalMethod(),
                false);
        String controller = platform ? "Brevdue" : "organisation " + entry.controller();
        return new Receipt(
                VERSION,
                entry.jurisdiction(),
                entry.eventTime().getEpochSecond(),
                entry.collectionMethod(),
                entry.eventId().toString(),
                publicKey,
                entry.language(),
                entry.alias().toString(),
                List.of(new Controller(controller, "through Brevdue", "", "", "")),
                "/v1/documents/versions/%d/html?document=%s#sha256=%s"
                        .formatted(entry.noticeVersion(), entry.noticeId(), entry.noticeSha256()),
                List.of(new Service("Brevdue", List.of(purpose))),
                !entry.purpose().equals("newsletter"),
                List.of("health"));
    }
}
