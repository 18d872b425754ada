package no.brevdue.identity.organization;

import no.brevdue.platform.identity.OrganizationNumber;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Whom the address register knows under a HER-id (kommunikasjonspart).
 *
 * @param organization the organisation's own number, or that of the one it belongs to
 * @param name of an organisation or service; a person's is not kept
 * @param hprNumber of a person, as a number: zeros before it mean nothing
 * @param validUntil when it ceases to be; absent if no end is known
 * @param eventId of the event that told it; the higher is the later
 */
record Party(
        long herId,
        PartyKind kind,
        OrganizationNumber organization,
        @Nullable Long parentHerId,
        @Nullable String name,
        @Nullable Long hprNumber,
        @Nullable Instant validUntil,
        long eventId) {}
