package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Effect;
import no.brevdue.consent.decision.Readers;
import no.brevdue.contracts.consent.v1.ConsentState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What holds of a consent, and who acts on it already. It is recorded; it is effective once every reader has said so.
 *
 * @param controller organisation number, or {@code platform}
 * @param version counts the events of this consent
 */
@Schema(name = "Consent")
public record ConsentView(
        UUID consentId,
        String controller,
        String purpose,
        ConsentState state,
        long version,
        Instant decidedAt,
        @Nullable Instant expiresAt,
        Progress progress,
        List<Reader> readers) {

    /** How far the latest decision has come. */
    public enum Progress {
        RECORDED,
        EFFECTIVE
    }

    /** A service that acts on decisions, and since when it acts on this one. */
    @Schema(name = "ConsentReader")
    public record Reader(String reader, @Nullable Instant effectiveAt) {}

    static ConsentView of(Consent consent, List<Consent> all, Instant now, Map<UUID, List<Effect>> effects) {
        List<Reader> readers = Readers.ALL.stream()
                .map(reader -> new Reader(reader, sinceAll(all, reader, effects)))
                .toList();
        boolean everywhere = readers.stream().allMatch(reader -> reader.effectiveAt() != null);
        boolean over = consent.state() == ConsentState.GRANTED && !consent.holds(now);
        return new ConsentView(
                consent.consentId(),
                consent.controller(),
                consent.purpose(),
                over ? ConsentState.EXPIRED : consent.state(),
                consent.version(),
                consent.decidedAt(),
                consent.expiresAt(),
                everywhere ? Progress.EFFECTIVE : Progress.RECORDED,
                readers);
    }

    /** Null as long as there is an alias under which the reader does not act on it. */
    private static @Nullable Instant sinceAll(List<Consent> all, String reader, Map<UUID, List<Effect>> effects) {
        Instant latest = null;
        for (Consent consent : all) {
            Instant since = since(consent, reader, effects.getOrDefault(consent.alias(), List.of()));
            if (since == null) {
                return null;
            }
            latest = latest == null || since.isAfter(latest) ? since : latest;
        }
        return latest;
    }

    private static @Nullable Instant since(Consent consent, String reader, List<Effect> effects) {
        return effects.stream()
                .filter(effect -> effect.reader().equals(reader) && effect.version() >= consent.decidedVersion())
                .map(Effect::appliedAt)
                .findFirst()
                .orElse(null);
    }
}
