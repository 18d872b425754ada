package no.brevdue.consent.receipt;

import no.brevdue.consent.ledger.ConsentPurpose;
import no.brevdue.consent.ledger.LedgerEntry;

import java.net.URI;
import java.util.List;

/** Kantara Consent Receipt 1.1. The principal is the id of the consent: a receipt in foreign hands names nobody. */
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

    /**
     * Who answers for the data.
     *
     * @param onBehalf the platform processes for it
     */
    public record Controller(
            String piiController, boolean onBehalf, String contact, String address, String email, String phone) {

        private static final String REGISTER = "https://data.brreg.no/enhetsregisteret/oppslag/enheter/";
        private static final String AS_REGISTERED = "as registered at the address";

        static Controller of(String organization) {
            return new Controller(
                    "organisation " + organization,
                    true,
                    "data protection officer",
                    REGISTER + organization,
                    AS_REGISTERED,
                    AS_REGISTERED);
        }

        static Controller platform(URI home) {
            String contact = home.resolve("/v1/documents/versions/1/html?document=privacy-statement")
                    .toString();
            return new Controller("Brevdue", false, "data protection officer", contact, "see address", "see address");
        }
    }

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

    /**
     * A receipt for one event.
     *
     * @param home where the documents can be read
     */
    static Receipt of(LedgerEntry entry, String publicKey, URI home) {
        ConsentPurpose about = ConsentPurpose.of(entry.purpose()).orElseThrow();
        boolean platform = entry.controller().equals(ConsentPurpose.PLATFORM);
        String until = entry.expiresAt() == null ? "" : "until " + entry.expiresAt() + "; ";
        Purpose purpose = new Purpose(
                entry.purpose(),
                List.of(category(about)),
                entry.eventState().equals("GRANTED") ? "EXPLICIT" : entry.eventState(),
                List.of(entry.piiCategories().split(", ")),
                true,
                until + "ended by " + entry.withdrawalMethod(),
                false);
        String notice = "/v1/documents/versions/%d/html?document=%s#sha256=%s"
                .formatted(entry.noticeVersion(), entry.noticeId(), entry.noticeSha256());
        boolean health = about != ConsentPurpose.NEWSLETTER;
        return new Receipt(
                VERSION,
                entry.jurisdiction(),
                entry.eventTime().getEpochSecond(),
                entry.represented() == null
                        ? entry.collectionMethod()
                        : entry.collectionMethod() + ", by a representative",
                entry.eventId().toString(),
                publicKey,
                entry.language(),
                entry.consentId().toString(),
                List.of(platform ? Controller.platform(home) : Controller.of(entry.controller())),
                home.resolve(notice).toString(),
                List.of(new Service("Brevdue", List.of(purpose))),
                health,
                health ? List.of("health") : List.of());
    }

    /** In the words of the specification. */
    private static String category(ConsentPurpose about) {
        return switch (about) {
            case LETTERS -> "Delivery";
            case CONTACT -> "Contact Requested";
            case ARCHIVE -> "Core Function";
            case NEWSLETTER -> "Marketing";
        };
    }
}
