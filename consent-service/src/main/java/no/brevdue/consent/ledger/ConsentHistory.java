package no.brevdue.consent.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A consent and its events, the first one first. */
@Schema(name = "ConsentHistory")
public record ConsentHistory(ConsentView consent, List<Event> events) {

    static ConsentHistory of(ConsentView consent, List<LedgerEntry> ledger) {
        return new ConsentHistory(consent, ledger.stream().map(Event::of).toList());
    }

    /**
     * One event, as ISO/IEC TS 27560 asks for it.
     *
     * @param by who acted; who represented the person is in their access log, and is not named here
     * @param noticeSha256 hash of the version that was shown, over all its languages
     */
    @Schema(name = "ConsentEvent")
    public record Event(
            UUID eventId,
            String schemaVersion,
            long version,
            EventType eventType,
            Instant eventTime,
            @Nullable Instant expiresAt,
            Actor by,
            @Nullable String acr,
            @Nullable Instant authTime,
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

        static Event of(LedgerEntry entry) {
            return new Event(
                    entry.eventId(),
                    entry.schemaVersion(),
                    entry.version(),
                    entry.eventType(),
                    entry.eventTime(),
                    entry.expiresAt(),
                    Actor.of(entry),
                    entry.acr(),
                    entry.authTime(),
                    entry.lawfulBasis(),
                    entry.recipients(),
                    entry.processingLocations(),
                    entry.privacyRights(),
                    entry.noticeId(),
                    entry.noticeVersion(),
                    entry.noticeSha256(),
                    entry.language(),
                    entry.collectionMethod(),
                    entry.piiCategories(),
                    entry.processingMethod(),
                    entry.storageLocation(),
                    entry.jurisdiction(),
                    entry.retention(),
                    entry.withdrawalMethod());
        }
    }

    /** Whose act an event was. */
    @Schema(name = "ConsentActor")
    public enum Actor {
        PERSON,
        REPRESENTATIVE,
        /** Whoever had one of the person's mails pressed stop in it. */
        MAIL,
        /** The time was over. */
        SERVICE;

        static Actor of(LedgerEntry entry) {
            if (entry.acr() == null) {
                return entry.entity().equals(OneClickService.ENTITY) ? MAIL : SERVICE;
            }
            return entry.represented() == null ? PERSON : REPRESENTATIVE;
        }
    }
}
