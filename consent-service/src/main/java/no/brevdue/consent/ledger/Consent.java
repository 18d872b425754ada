package no.brevdue.consent.ledger;

import no.brevdue.contracts.consent.v1.ConsentEvent;
import no.brevdue.contracts.consent.v1.ConsentExpired;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentRefused;
import no.brevdue.contracts.consent.v1.ConsentRenewed;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What holds of one consent.
 *
 * @param version counts the events of this consent
 * @param decidedVersion the number of the latest among all decisions of the alias
 */
public record Consent(
        UUID consentId,
        UUID alias,
        String controller,
        String purpose,
        ConsentState state,
        long version,
        long decidedVersion,
        Instant decidedAt,
        @Nullable Instant expiresAt) {

    static Consent first(UUID alias, String controller, String purpose, EventType event, long number, Instant now) {
        return new Consent(
                UUID.randomUUID(),
                alias,
                controller,
                purpose,
                event.state(),
                1,
                number,
                now,
                until(purpose, event, now));
    }

    Consent after(EventType event, long number, Instant now) {
        return new Consent(
                consentId,
                alias,
                controller,
                purpose,
                event.state(),
                version + 1,
                number,
                now,
                until(purpose, event, now));
    }

    private static @Nullable Instant until(String purpose, EventType event, Instant now) {
        return event.state() == ConsentState.GRANTED
                ? ConsentPurpose.of(purpose).orElseThrow().until(now)
                : null;
    }

    boolean holds(Instant now) {
        return state == ConsentState.GRANTED && now.isBefore(Objects.requireNonNull(expiresAt));
    }

    /** Who answers for the data, where that is not the platform. */
    @Nullable
    String organization() {
        return controller.equals(ConsentPurpose.PLATFORM) ? null : controller;
    }

    boolean isNo() {
        return state == ConsentState.REFUSED || state == ConsentState.WITHDRAWN;
    }

    ConsentEvent fact(EventType event) {
        return switch (event) {
            case GRANTED ->
                new ConsentGranted(
                        alias, decidedVersion, consentId, controller, purpose, Objects.requireNonNull(expiresAt));
            case RENEWED ->
                new ConsentRenewed(
                        alias, decidedVersion, consentId, controller, purpose, Objects.requireNonNull(expiresAt));
            case REFUSED -> new ConsentRefused(alias, decidedVersion, consentId, controller, purpose);
            case WITHDRAWN -> new ConsentWithdrawn(alias, decidedVersion, consentId, controller, purpose);
            case EXPIRED -> new ConsentExpired(alias, decidedVersion, consentId, controller, purpose);
        };
    }

    Standing standing() {
        return new Standing(consentId, controller, purpose, state, expiresAt);
    }
}
