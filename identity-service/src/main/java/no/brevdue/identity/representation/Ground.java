package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.RepresentationScope;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that was said about who may act for whom.
 *
 * @param person alias of whose letters it is about
 * @param representative alias of the other, where there is one
 * @param organization organisation number of the clinic that recorded it or is to decide
 * @param upheldAt when the clinic agreed with an objection
 * @param endedAt since when it no longer holds
 * @param dueAt by when the clinic must decide about an objection
 */
public record Ground(
        UUID id,
        GroundKind kind,
        UUID person,
        @Nullable UUID representative,
        @Nullable String organization,
        @Nullable RepresentationScope scope,
        LocalDate fromDate,
        @Nullable LocalDate untilDate,
        Instant recordedAt,
        @Nullable Instant upheldAt,
        @Nullable Instant endedAt,
        @Nullable Instant dueAt) {

    static Ground power(
            UUID giver,
            UUID receiver,
            RepresentationScope scope,
            LocalDate from,
            @Nullable LocalDate until,
            Instant now) {
        return said(GroundKind.POWER_OF_ATTORNEY, giver, receiver, null, scope, new Period(from, until), now, null);
    }

    static Ground consent(UUID child, UUID parent, LocalDate today, Instant now) {
        return said(GroundKind.LOGIN_CONSENT, child, parent, null, null, new Period(today, null), now, null);
    }

    static Ground objection(UUID child, String organization, LocalDate today, Instant now, Instant decideBefore) {
        return said(GroundKind.OBJECTION, child, null, organization, null, new Period(today, null), now, decideBefore);
    }

    static Ground block(UUID child, String organization, LocalDate today, Instant now) {
        return said(GroundKind.BLOCK, child, null, organization, null, new Period(today, null), now, null);
    }

    /** Without next of kin it says only that the person lacks capacity. */
    static Ground certificate(UUID person, @Nullable UUID nextOfKin, String organization, Period period, Instant now) {
        GroundKind kind = nextOfKin == null ? GroundKind.INCAPACITY : GroundKind.NEXT_OF_KIN;
        return said(kind, person, nextOfKin, organization, null, period, now, null);
    }

    private static Ground said(
            GroundKind kind,
            UUID person,
            @Nullable UUID representative,
            @Nullable String organization,
            @Nullable RepresentationScope scope,
            Period period,
            Instant now,
            @Nullable Instant dueAt) {
        return new Ground(
                UUID.randomUUID(),
                kind,
                person,
                representative,
                organization,
                scope,
                period.from(),
                period.until(),
                now,
                null,
                null,
                dueAt);
    }

    Period period() {
        return new Period(fromDate, untilDate);
    }

    boolean hides() {
        return kind == GroundKind.BLOCK || kind == GroundKind.OBJECTION;
    }
}
