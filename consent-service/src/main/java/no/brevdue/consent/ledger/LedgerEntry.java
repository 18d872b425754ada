package no.brevdue.consent.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One event of the ledger, with what ISO/IEC TS 27560 asks for. Never altered.
 *
 * @param alias the principal
 * @param entity who acted: an alias, or the service itself at an expiry
 * @param acr how that person had logged in, and when: {@code authTime}
 * @param represented the principal, where somebody else acted for them
 * @param noticeSha256 hash of the version that was shown, over all its languages
 */
public record LedgerEntry(
        UUID eventId,
        String schemaVersion,
        UUID consentId,
        long version,
        UUID alias,
        long decidedVersion,
        EventType eventType,
        String eventState,
        Instant eventTime,
        @Nullable Instant expiresAt,
        String entity,
        @Nullable String acr,
        @Nullable Instant authTime,
        @Nullable UUID represented,
        String controller,
        String purpose,
        String lawfulBasis,
        String recipients,
        String processingLocations,
        String privacyRights,
        String noticeId,
        long noticeVersion,
        String noticeSha256,
        String language,
        String collectionMethod,
        String piiCategories,
        String processingMethod,
        String storageLocation,
        String jurisdiction,
        String retention,
        String withdrawalMethod) {

    private static final String SCHEMA = "ISO/IEC TS 27560:2023";
    private static final String NOBODY_ELSE = "the controller, and Brevdue as its processor";
    private static final String RIGHTS =
            "withdrawal, access, rectification, erasure, restriction, portability; complaint to Datatilsynet";

    /** What the person had before them, and who they are. */
    record Circumstances(
            String entity,
            @Nullable String acr,
            @Nullable Instant authTime,
            @Nullable UUID represented,
            String lawfulBasis,
            String noticeId,
            long noticeVersion,
            String noticeSha256,
            String language,
            String collectionMethod) {}

    /** What stood when the consent was decided last, for whoever ends it in the person's place. */
    Circumstances endedBy(String who, String how) {
        return new Circumstances(
                who, null, null, null, lawfulBasis, noticeId, noticeVersion, noticeSha256, language, how);
    }

    static LedgerEntry of(Consent after, EventType event, Circumstances how) {
        return new LedgerEntry(
                UUID.randomUUID(),
                SCHEMA,
                after.consentId(),
                after.version(),
                after.alias(),
                after.decidedVersion(),
                event,
                after.state().name(),
                after.decidedAt(),
                after.expiresAt(),
                how.entity(),
                how.acr(),
                how.authTime(),
                how.represented(),
                after.controller(),
                after.purpose(),
                how.lawfulBasis(),
                NOBODY_ELSE,
                "NO",
                RIGHTS,
                how.noticeId(),
                how.noticeVersion(),
                how.noticeSha256(),
                how.language(),
                how.collectionMethod(),
                ConsentPurpose.of(after.purpose()).orElseThrow().categories(),
                "stored and shown by Brevdue on behalf of the controller",
                "NO",
                "NO",
                "the ledger for as long as the consent may have to be proven, five years after it ended at least",
                "POST /v1/me/consent-decisions, at any time");
    }
}
